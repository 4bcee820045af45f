import { openMemberTab } from "@lapse/browser/memberTab";
import { openProfileTab } from "@lapse/browser/profileTab";
import type { Member } from "@lapse/core/member/member";
import { makeRedactor, type Redactor } from "@lapse/core/session/redact";
import { renewedSession } from "@lapse/core/session/renew";
import type { Session } from "@lapse/core/session/session";
import type { Attached } from "../stack/attach.ts";
import { StackRefused } from "../stack/errors.ts";
import { profileDirectory } from "../stack/profiles.ts";
import type { LookWith } from "./look.ts";

/** What a member's list can be read with: their sealed session, or the profile in which they signed in. */
export interface Means extends Pick<LookWith, "openTab" | "session" | "onCookies"> {
  readonly version: string;
  /** Masks every value that the session ever had. */
  readonly clean: Redactor;
}

/** Throws StackRefused where the member is not connected. */
export async function meansOf(attached: Attached, member: Member, onUnpack: () => void): Promise<Means> {
  const { adapters, data, site } = attached;
  const opened = await adapters.sessions.open(member.id);
  switch (opened.kind) {
    case "opened":
      return ofSession(attached, member, opened, onUnpack);
    case "profile":
      return {
        version: opened.version,
        session: { cookies: [], ...(member.account === null ? {} : { member: member.account }) },
        openTab: () => openProfileTab(profileDirectory(data.path, member.id), site),
        onCookies: async () => undefined,
        clean: (text) => text,
      };
    case "none":
    case "out-of-use": {
      const page = attached.form === null ? "" : `, or connect at ${attached.form}/connect`;
      const what = opened.kind === "none" ? "is not connected" : "has to connect again";
      throw new StackRefused(`${member.email} ${what}: run 'lapse connect'${page}.`);
    }
  }
}

function ofSession(
  { adapters, site }: Attached,
  member: Member,
  opened: { readonly session: Session; readonly version: string },
  onUnpack: () => void,
): Means {
  let { session } = opened;
  const redactors = [makeRedactor(session)];
  return {
    version: opened.version,
    session,
    openTab: () => openMemberTab(site, session, onUnpack),
    onCookies: async (jar) => {
      const renewed = renewedSession(session, jar);
      if (renewed === null) return;
      session = renewed;
      redactors.push(makeRedactor(renewed));
      await adapters.sessions.renew(member.id, opened.version, renewed);
    },
    clean: (text) => redactors.reduce((masked, redact) => redact(masked), text),
  };
}

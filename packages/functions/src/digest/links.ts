import type { DigestLinks } from "@lapse/core/digest/render";
import type { Member } from "@lapse/core/member/member";
import { makeKeepUrl } from "../web/keep/link.ts";
import { unsubscribeUrl } from "../web/unsubscribe/link.ts";

/** The addresses behind the links of a member's mails. @param now ms since 1970, from which the keep links' time runs */
export function linksFor(
  origin: string,
  member: Pick<Member, "id" | "keepSecret" | "unsubscribeToken">,
  now: number,
): DigestLinks {
  return {
    site: origin,
    dashboard: `${origin}/dashboard`,
    rules: `${origin}/rules`,
    connect: `${origin}/connect`,
    preview: `${origin}/preview`,
    unsubscribe: unsubscribeUrl(origin, member),
    keep: makeKeepUrl(origin, member, now),
  };
}

/** From when on the session in use is connected, ms since 1970; Infinity where there is none. */
export function sessionSince({ session, connectedAt }: Pick<Member, "session" | "connectedAt">): number {
  return session === "none" ? Number.POSITIVE_INFINITY : (connectedAt ?? 0);
}

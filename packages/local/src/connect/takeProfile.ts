import type { Member } from "@lapse/core/member/member";
import type { Reading } from "@lapse/core/reading/reading";
import { foreignAccount } from "@lapse/functions/sweep/foreignAccount";
import type { Attached } from "../stack/attach.ts";
import { forgetProfile } from "../stack/profiles.ts";

/** Somebody signed in with an account that the member's history is not about: nothing was connected. */
export interface Foreign {
  readonly kind: "foreign";
  /** For the member. */
  readonly why: string;
  /** Whether the profile that was deleted was the session in use. */
  readonly ended: boolean;
}

/** Marks the browser profile in which somebody signed in as the member's session, and keeps what it showed. */
export async function takeProfile(
  attached: Attached,
  member: Member,
  reading: Reading,
): Promise<{ readonly kind: "taken" } | Foreign> {
  const { sessions, members, readings, ledgerOf, now } = attached.adapters;
  const before = await readings.get(member.id).catch(() => null);
  const why = foreignAccount(member, await ledgerOf(member.id).read(), before, reading);
  if (why !== null) return { kind: "foreign", why, ended: await dropProfile(attached, member.id) };
  const version = await sessions.useProfile(member.id);
  await readings.put(member.id, reading);
  const connected = { firstSweepAt: now(), connectedAt: now(), account: reading.account };
  await members.sessionSealed(member.id, version, connected);
  return { kind: "taken" };
}

/** A member has one profile: where it was in use, another account is signed in there now, and no sweep may use it. */
async function dropProfile({ adapters, data }: Attached, memberId: string): Promise<boolean> {
  const { sessions, members } = adapters;
  const inUse = await sessions.open(memberId);
  const ended = inUse.kind === "profile" && (await sessions.retire(memberId, inUse.version));
  if (ended) await members.sessionRetired(memberId, inUse.version);
  forgetProfile(data.path, memberId);
  return ended;
}

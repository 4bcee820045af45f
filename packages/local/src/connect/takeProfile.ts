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

/** The member's own later word, while the window was open or the list was read: nothing is connected. */
export interface TakenBack {
  readonly kind: "taken-back";
  readonly by: "leaving" | "disconnecting";
}

/**
 * Marks the browser profile in which somebody signed in as the member's session, and keeps what it showed.
 * @param disconnects how often the member had disconnected when they were asked to sign in
 */
export async function takeProfile(
  attached: Attached,
  memberId: string,
  disconnects: number,
  reading: Reading,
): Promise<{ readonly kind: "taken" } | Foreign | TakenBack> {
  const { sessions, members, readings, ledgerOf, now } = attached.adapters;
  const takenBack = () => ifTakenBack(attached, memberId, disconnects);
  const earlier = await takenBack();
  if (earlier !== null) return earlier;
  const member = await members.get(memberId);
  const before = await readings.get(memberId).catch(() => null);
  const events = await ledgerOf(memberId).read();
  const why = foreignAccount(member ?? { account: null }, events, before, reading);
  if (why !== null) return { kind: "foreign", why, ended: await dropProfile(attached, memberId) };
  const version = await sessions.useProfile(memberId);
  const connected = { firstSweepAt: now(), connectedAt: now(), account: reading.account, disconnects };
  if (await members.sessionSealed(memberId, version, connected)) await readings.put(memberId, reading);
  else await sessions.forget(memberId, version);
  return (await takenBack()) ?? { kind: "taken" };
}

/** What the member took back while something was done is deleted, with what was written since; null where they did not. */
export async function ifTakenBack(
  { adapters, data }: Attached,
  memberId: string,
  disconnects: number,
): Promise<TakenBack | null> {
  const connection = await adapters.sessions.connection(memberId);
  if (connection?.disconnects === disconnects) return null;
  await adapters.members.clearGone(memberId);
  // A browser that was open wrote it anew.
  forgetProfile(data.path, memberId);
  return { kind: "taken-back", by: connection === null ? "leaving" : "disconnecting" };
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

import { type InvitationRef, invitationKey } from "../invitation/invitation.ts";
import type { Listed } from "../linkedin/list/list.ts";
import type { Reading } from "../linkedin/list/read.ts";
import { clocksOf } from "../linkedin/visit/visit.ts";
import { type Board, refOf } from "./board.ts";
import type { Ending } from "./ending.ts";
import { isSentBefore } from "./later.ts";
import { unproved } from "./settle.ts";
import type { Job } from "./start.ts";

/**
 * What an earlier sweep withdrew, and the list shows again: the second proof of a sweep that had no time for a fresh
 * load of its own. It is `unverified`, and nothing further is done. Null where nothing is back. An invitation that may
 * have been sent since is another one.
 */
export async function foundBack(job: Job, reading: Reading, board: Board): Promise<Ending | null> {
  let back: Ending | null = null;
  const now = clocksOf(job.visit).host;
  for (const listed of reading.listed) {
    const doneAt = keysOf(listed).flatMap(
      (key) => job.view.done.get(key) ?? job.view.doneOf.get(key) ?? [],
    )[0];
    if (doneAt === undefined || isSentBefore(listed, doneAt, now) !== true) continue;
    const reason = `an earlier sweep ${job.visit.list.direction === "sent" ? "withdrew" : "ignored"} it, and it is there again`;
    board.set(listed, "unverified", reason);
    await job.record.write({ kind: "unverified", invitation: refOf(listed), reason });
    back ??= unproved(listed, reason);
  }
  return back;
}

/** Its id, and whatever is known of its person: an invitation may come back under another id. */
function keysOf({ invitation }: Listed): string[] {
  const { profile, direction, addresses } = invitation;
  const links = [...(profile === null ? [] : [profile]), ...addresses.map(({ key }) => `/in/${key}`)];
  const refs: Pick<InvitationRef, "id" | "profile" | "direction">[] = [
    invitation,
    ...links.map((link) => ({ id: null, profile: link, direction })),
  ];
  return refs.flatMap((ref) => invitationKey(ref) ?? []);
}

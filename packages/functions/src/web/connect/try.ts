import type { Session } from "@lapse/core/session/session";
import type { Log } from "../../log/log.ts";
import type { SweepQueue } from "../../queue/sweepQueue.ts";
import type { Errands } from "../../store/errands.ts";
import type { Members } from "../../store/members.ts";
import type { SessionStore } from "../../store/sessions.ts";

export interface TryPorts {
  readonly sessions: Pick<SessionStore, "propose" | "dropCandidate">;
  readonly errands: Pick<Errands, "begin" | "end">;
  readonly members: Pick<Members, "clearGone">;
  readonly queue: SweepQueue;
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: Log;
}

const takenBack = "You disconnected in the same moment, so nothing of it was kept.";
const notBegun = "It could not be tried, which is our fault. Nothing of it was kept.";

/**
 * Seals a session beside the one in use and has a worker try it. False where another is being tried: then nothing of
 * this one was stored. The errand is written first, so that of two that come at once one is sealed and one is not.
 */
export async function trySession(memberId: string, session: Session, ports: TryPorts): Promise<boolean> {
  const { sessions, errands, members, queue, now, newId, log } = ports;
  const runId = newId();
  if (!(await errands.begin(memberId, { kind: "try", about: "", runId, askedAt: now() }))) return false;
  const end = (message: string) =>
    errands.end(memberId, runId, { kind: "ended", at: now(), outcome: "interrupted", message });
  try {
    const version = await sessions.propose(memberId, session);
    if (version === null) {
      await end(takenBack);
      await members.clearGone(memberId);
      return true;
    }
    await queue.send({ kind: "try", memberId, runId, version });
    log.info("a member asked for an errand", { memberId, runId, kind: "try" });
  } catch (fault) {
    // Whoever waits is told, and may try again at once; a key that nobody comes for is not left lying.
    await Promise.allSettled([sessions.dropCandidate(memberId), end(notBegun)]);
    throw fault;
  }
  return true;
}

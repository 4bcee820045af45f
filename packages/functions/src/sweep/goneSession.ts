import type { Member } from "@lapse/core/member/member";
import { whileMember } from "./memberLeft.ts";
import type { Ran } from "./ownSession.ts";
import type { Task } from "./port.ts";
import type { SweepPorts } from "./ports.ts";

const message =
  "The session that Lapse used is gone, most likely because connecting another one did not come to its end. Nothing was opened. Connect again.";

/**
 * The member's record says sealed, and what it names is not there: who was connecting another session died after it took
 * the place of the earlier one, and before the record named it. It counts as signed out, and is told as that; null
 * where the record names another session by now, or none.
 */
export async function endGoneSession(
  { id, account }: Member,
  { runId, task }: { readonly runId: string; readonly task: Task },
  ports: SweepPorts,
): Promise<Ran | null> {
  const { members, sessions, now } = ports;
  const version = (await sessions.connection(id))?.version ?? null;
  // Looked at again, now that the version is known: another may have been connected since the first look.
  if (version === null || (await sessions.open(id)).kind !== "none") return null;
  const at = now();
  const ended = { outcome: "signed-out", message, pending: null, read: 0 } as const;
  const about = task.kind === "withdraw" ? { profile: task.profile.path } : {};
  const fact = { kind: "sweep-ended", ...ended, counts: {}, upcoming: [], ...about } as const;
  // Before the record says it: a run that dies in between comes again, and one after it would find nothing to tell of.
  await whileMember(id, ports).append({ ...fact, at, run: runId, account });
  if (!(await members.sessionRetired(id, version, at))) return null;
  const moment = new Date(at).toISOString();
  return { result: { ...ended, items: [], startedAt: moment, endedAt: moment }, version };
}

import { earlierNow } from "../invitation/clock.ts";
import type { Invitation } from "../invitation/invitation.ts";
import { foldLedger, spentInLastDay } from "../ledger/fold.ts";
import type { Listed } from "../linkedin/list/list.ts";
import type { Reading } from "../linkedin/list/read.ts";
import { clocksOf } from "../linkedin/visit/visit.ts";
import { keepReason } from "../plan/keep.ts";
import { noticeOf } from "../plan/notice.ts";
import { tooFewPending } from "../plan/plan.ts";
import { olderThan } from "../plan/threshold.ts";
import { refOf } from "./board.ts";
import { goOnUnlessHalted } from "./halted.ts";
import type { Prepared } from "./prepare.ts";
import type { Job } from "./start.ts";
import { leaseMs } from "./sweep.ts";
import { triggerOf } from "./trigger.ts";

const day = 86_400_000;

export const tookOver = "another sweep took over";
export const dayIsFull = "the day's limit is reached";

/**
 * The last look before the click that counts: every rule is asked once more, as it is now, and the intent is on disk
 * before it. `current` is the list as it is by now, without whom this sweep withdrew. Null to go on, else why not.
 * Throws SweepStop.
 */
export async function lastLook(
  job: Job,
  prepared: Prepared,
  listed: Listed,
  current: Reading,
): Promise<string | null> {
  const { ports, request, record, visit } = job;
  if (visit.signal.aborted) return "the sweep was interrupted";
  const policy = await ports.policy();
  if (policy.paused) return "the member paused";
  const rank = prepared.reading.listed.indexOf(listed);
  const keep = keepReason(policy, listed.invitation, rank);
  if (keep !== null) return `kept: ${keep}`;
  const age = ageNow(job, listed.invitation);
  const limit = olderThan(policy, listed.invitation.direction);
  if (age === null || limit === null || age <= limit * day)
    return "kept: not certainly old enough for the policy as it is now";
  if (listed.invitation.direction === "sent" && pendingIn(current) <= policy.onlyWhenPendingOver)
    return `kept: ${tooFewPending(policy)}`;
  const view = foldLedger(await ports.ledger.read());
  const told = { policy, trigger: triggerOf(request, view), now: earlierNow(clocksOf(visit)) };
  const notice = noticeOf(told, listed.invitation);
  if (!notice.given) return notice.words;
  if (spentInLastDay(view, ports.clock.now()) >= policy.perDay) return dayIsFull;
  if (!(await ports.lease.renew(request.run, leaseMs))) return tookOver;
  // Last of all, and before the intent: a click that is not made leaves nothing to be settled.
  await goOnUnlessHalted(ports);
  await record.write({ kind: "intent", invitation: refOf(listed) });
  return null;
}

/** As the plan counts them: by the page's counter or by the rows, whichever is lower. */
function pendingIn({ pending, listed }: Reading): number {
  return Math.min(pending ?? listed.length, listed.length);
}

function ageNow(job: Job, invitation: Invitation): number | null {
  if (invitation.sentAt !== null) return earlierNow(clocksOf(job.visit)) - Date.parse(invitation.sentAt);
  return invitation.age?.atLeast ?? null;
}

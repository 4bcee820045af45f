import type { Invitation } from "../invitation/invitation.ts";
import { announcementOf, promisedOn } from "../ledger/announcement.ts";
import type { PlanInput } from "./plan.ts";
import { days } from "./text.ts";
import { olderThan } from "./threshold.ts";

const day = 86_400_000;

export interface Notice {
  /** Whether the member was told long enough ago. */
  readonly given: boolean;
  readonly words: string;
}

/**
 * No act without notice: a digest named it `noticeDays` ago, or the member's own hand started this sweep, or the member
 * asks for no notice. A day that was promised holds all the same, whatever notice the member asks for since.
 */
export function noticeOf(
  input: Pick<PlanInput, "policy" | "trigger" | "now">,
  invitation: Invitation,
): Notice {
  const { policy, trigger, now } = input;
  const older = `older than ${days(olderThan(policy, invitation.direction) ?? 0)}`;
  if (trigger.kind === "by-hand") return { given: true, words: older };
  const told = announcementOf(trigger.announced, invitation, now);
  const promised = promisedOn(trigger.promised, invitation, now);
  if (told === null && policy.noticeDays > 0)
    return { given: false, words: `${older}; the next digest will announce it` };
  if (told === null && promised <= now) return { given: true, words: older };
  const done = invitation.direction === "sent" ? "withdrawn" : "ignored";
  const from = Math.max((told?.at ?? 0) + policy.noticeDays * day, promised);
  const words = `${older}; announced, to be ${done} from ${new Date(from).toISOString().slice(0, 10)}`;
  return { given: now >= from, words };
}

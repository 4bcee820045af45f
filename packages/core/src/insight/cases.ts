import { invitationKey } from "../invitation/invitation.ts";
import type { LedgerEvent } from "../ledger/event.ts";

/** LinkedIn lets invitations expire after about six months [I]: one that may be so old may just have run out. */
const mayExpire = 180 * 86_400_000;

/** One invitation that was answered, and how old it was then, ms. */
export interface AnsweredCase {
  readonly key: string;
  readonly atLeast: number;
  readonly atMost: number;
}

/**
 * Those of the sent invitations that were answered, each once. One that was written down twice counts with the
 * greater age. One that we clicked, or that a later sweep still meant to withdraw, was not answered, whatever a
 * reading seemed to say.
 */
export function answeredCases(events: readonly LedgerEvent[]): AnsweredCase[] {
  const cases = new Map<string, AnsweredCase & { readonly at: number }>();
  const ours = new Set<string>();
  for (const event of events) {
    switch (event.kind) {
      case "answered": {
        const key = invitationKey(event.invitation);
        if (key === null || event.invitation.direction === "received") break;
        const before = cases.get(key);
        const { atLeast, atMost } = event.age;
        if (before === undefined || atMost > before.atMost)
          cases.set(key, { key, ...ordered(atLeast, atMost), at: event.at });
        break;
      }
      case "intent":
      case "withdrawn":
      case "ignored":
      case "failed":
      case "unverified":
      case "reconciled":
        ours.add(invitationKey(event.invitation) ?? "");
        break;
      default:
        break;
    }
  }
  const seenAgain = pendingAgain(events, cases);
  return [...cases.values()]
    .filter(({ key, atMost }) => !ours.has(key) && !seenAgain.has(key) && atMost < mayExpire)
    .map(({ key, atLeast, atMost }) => ({ key, atLeast, atMost }));
}

/** Keys of those that a later sweep had on its list. */
function pendingAgain(
  events: readonly LedgerEvent[],
  cases: ReadonlyMap<string, { readonly at: number }>,
): ReadonlySet<string> {
  const again = new Set<string>();
  for (const event of events) {
    if (event.kind !== "sweep-ended") continue;
    for (const each of event.upcoming) {
      const key = invitationKey(each) ?? "";
      const missed = cases.get(key);
      if (missed !== undefined && event.at >= missed.at) again.add(key);
    }
  }
  return again;
}

function ordered(a: number, b: number): Omit<AnsweredCase, "key"> {
  return { atLeast: Math.min(a, b), atMost: Math.max(a, b) };
}

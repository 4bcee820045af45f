import type { LedgerEvent } from "@lapse/core/ledger/event";
import type { LedgerStore } from "@lapse/core/ledger/store";
import type { Policy } from "@lapse/core/policy/policy";
import { pendingNow } from "@lapse/core/reading/aged";
import { answeredBetween } from "@lapse/core/reading/answered";
import type { Reading } from "@lapse/core/reading/reading";
import type { Log } from "../log/log.ts";
import { MemberLeft } from "./memberLeft.ts";
import type { SweepPorts } from "./ports.ts";

export interface ReadingKeeper {
  readonly memberId: string;
  readonly runId: string;
  readonly policy: Policy;
  readonly ledger: LedgerStore;
  readonly log: Log;
}

/**
 * Stores what was read, and before it, what the difference to the last reading says of answers: a second attempt finds
 * those in the ledger and writes none twice. Throws MemberLeft, with nothing left behind, where the member has left.
 */
export async function keepReading(
  { memberId, runId, policy, ledger, log }: ReadingKeeper,
  reading: Reading,
  { readings, members }: Pick<SweepPorts, "readings" | "members">,
): Promise<void> {
  const before = await readings.get(memberId).catch((fault: unknown) => {
    // It is read again each day: one that is not understood must not stand in the way of the next.
    log.error("a stored reading cannot be read", fault);
    return null;
  });
  const events = before === null ? [] : await ledger.read();
  if (before !== null)
    for (const fact of answeredBetween(before, reading, events))
      await ledger.append({ ...fact, at: reading.at, run: runId, account: reading.account });
  await readings.put(memberId, { ...reading, received: receivedOf(reading, before, events, policy) });
  if ((await members.get(memberId)) !== null) return;
  await readings.remove(memberId);
  throw new MemberLeft();
}

/** While the received list is still to be read, the last one stands, where the policy asks for it. */
function receivedOf(
  reading: Reading,
  before: Reading | null,
  events: readonly LedgerEvent[],
  { received }: Policy,
): Reading["received"] {
  if (reading.received !== null || received.ignoreOlderThanDays === null) return reading.received;
  if (before === null || before.account !== reading.account) return null;
  return pendingNow(before, events, reading.at).received;
}

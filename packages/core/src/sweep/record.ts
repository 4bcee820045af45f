import { type InvitationRef, invitationKey, referenceTo } from "../invitation/invitation.ts";
import { sentAfterOf } from "../ledger/announcement.ts";
import type { LedgerFact, Upcoming } from "../ledger/event.ts";
import { foldLedger, spentInLastDay } from "../ledger/fold.ts";
import { datesOf } from "../plan/dates.ts";
import type { Board } from "./board.ts";
import type { SweepPorts, SweepRequest } from "./ports.ts";
import type { ItemState, SweepResult } from "./result.ts";

/** How many that are coming up are remembered: more than a week's worth at any pace. */
const upcomingLimit = 100;

/** Writes this run's events; `account` is filled in as soon as it is proved who is signed in. */
export class RunRecord {
  readonly #ports: SweepPorts;
  readonly #request: SweepRequest;
  account: string | null = null;
  /** Whether an intent is on record, and what became of it is not. */
  open = false;
  /** Whose intents this run wrote: right after that, their withdrawal was confirmed. */
  readonly #confirmed = new Set<string | null>();

  constructor(ports: SweepPorts, request: SweepRequest) {
    this.#ports = ports;
    this.#request = request;
  }

  async write(fact: LedgerFact): Promise<void> {
    const at = this.#ports.clock.now();
    await this.#ports.ledger.append({ ...fact, at, run: this.#request.run, account: this.account });
    this.open = fact.kind === "intent";
    if (fact.kind === "intent") this.#confirmed.add(invitationKey(fact.invitation));
  }

  /** LinkedIn refused the only request that the click can have made: it changed nothing. */
  refused(ref: InvitationRef): void {
    this.#confirmed.delete(invitationKey(ref));
  }

  /** Whether the click that counts may have been made on it in this run: then nobody can say that it is gone without us. */
  confirmed(ref: InvitationRef): boolean {
    return this.#confirmed.has(invitationKey(ref));
  }

  async ended(result: SweepResult, boards: readonly Board[]): Promise<void> {
    const counts: Partial<{ [K in ItemState]: number }> = {};
    for (const item of result.items) counts[item.state] = (counts[item.state] ?? 0) + 1;
    await this.write({
      kind: "sweep-ended",
      outcome: result.outcome,
      message: result.message,
      pending: result.pending,
      read: result.read,
      counts,
      upcoming: await this.#upcoming(boards),
    });
  }

  /** What is due and was left, with the earliest day on which it may go: oldest first, the sent ones before the received. */
  async #upcoming(boards: readonly Board[]): Promise<Upcoming[]> {
    const policy = await this.#ports.policy();
    const now = this.#ports.clock.now();
    const due = boards
      .flatMap((board) => [...board.rows()].reverse().filter((row) => row.state === "due"))
      .slice(0, upcomingLimit)
      .map(({ listed }) => listed.invitation);
    if (due.length === 0) return [];
    // Read anew, so that what this very sweep did counts against the day's limit.
    const view = foldLedger(await this.#ports.ledger.read());
    const on = datesOf(due, { policy, view, now, spent: spentInLastDay(view, now) });
    return due.map((each, i) => ({
      ...{ ...referenceTo(each), ...sentAfterOf(each, now) },
      on: new Date(on[i] ?? now).toISOString(),
    }));
  }
}

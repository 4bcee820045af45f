import { invitationKey } from "../invitation/invitation.ts";
import type { LedgerFact, Upcoming } from "../ledger/event.ts";
import type { LedgerView } from "../ledger/fold.ts";
import { type Board, refOf } from "./board.ts";
import type { SweepPorts, SweepRequest } from "./ports.ts";
import type { ItemState, SweepResult } from "./result.ts";

/** How many that are coming up are remembered: more than a week's worth at any pace. */
const upcomingLimit = 100;

/** Writes this run's events; `account` is filled in as soon as it is proved who is signed in. */
export class RunRecord {
  readonly #ports: SweepPorts;
  readonly #request: SweepRequest;
  account: string | null = null;

  constructor(ports: SweepPorts, request: SweepRequest) {
    this.#ports = ports;
    this.#request = request;
  }

  write(fact: LedgerFact): Promise<void> {
    const at = this.#ports.clock.now();
    return this.#ports.ledger.append({ ...fact, at, run: this.#request.run, account: this.account });
  }

  async ended(result: SweepResult, boards: readonly Board[], view: LedgerView): Promise<void> {
    const counts: Partial<{ [K in ItemState]: number }> = {};
    for (const item of result.items) counts[item.state] = (counts[item.state] ?? 0) + 1;
    await this.write({
      kind: "sweep-ended",
      outcome: result.outcome,
      message: result.message,
      pending: result.pending,
      read: result.read,
      counts,
      upcoming: await this.#upcoming(boards, view),
    });
  }

  /** What is due and was left, with the earliest day on which it may go: oldest first, the sent ones before the received. */
  async #upcoming(boards: readonly Board[], view: LedgerView): Promise<Upcoming[]> {
    const policy = await this.#ports.policy();
    const now = this.#ports.clock.now();
    const day = 86_400_000;
    const left = boards.flatMap((board) => [...board.rows()].reverse().filter((row) => row.state === "due"));
    return left.slice(0, upcomingLimit).map(({ listed }, i) => {
      const told = view.announced.get(invitationKey(listed.invitation) ?? "");
      const noticed =
        told === undefined
          ? now + policy.noticeDays * day
          : Math.max(told.on, told.at + policy.noticeDays * day);
      const on = Math.max(noticed, now + Math.floor(i / policy.perDay) * day);
      return { ...refOf(listed), on: new Date(on).toISOString() };
    });
  }
}

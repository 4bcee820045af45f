import type { Progress } from "@lapse/core/sweep/ports";
import type { SweepResult } from "@lapse/core/sweep/result";
import type { Members } from "@lapse/functions/store/members";
import { wordsOf } from "../command/progress.ts";
import type { Display } from "../demo/display.ts";

/** Says what sweeps do: a line for each that ended, and on a terminal how far the one in hand is. */
export class Teller {
  readonly #show: Display;
  /** By whom members are called by their addresses; theirs before that is their id. */
  members: Pick<Members, "get"> | null = null;
  readonly #names = new Map<string, string>();

  constructor(show: Display) {
    this.#show = show;
  }

  readonly progress = (memberId: string, progress: Progress): void => {
    const name = this.#names.get(memberId);
    if (name === undefined) void this.#learn(memberId);
    this.#show.live(`${name ?? "a member"}: ${wordsOf(progress)}`);
  };

  readonly swept = (memberId: string, { message }: SweepResult): void => {
    void this.#learn(memberId).then((name) => this.#show.line(`${name}: ${message}`));
  };

  async #learn(memberId: string): Promise<string> {
    const known = this.#names.get(memberId);
    if (known !== undefined) return known;
    const member = await this.members?.get(memberId).catch(() => null);
    const name = member?.email ?? "a member";
    this.#names.set(memberId, name);
    return name;
  }
}

/** Which members' sweeps have ended, and a way to wait for them. */
export class Sweeps {
  readonly #ended = new Set<string>();
  readonly #waiting = new Set<() => void>();

  /** The queue will not offer this member's message again. */
  ended(memberId: string): void {
    this.#ended.add(memberId);
    for (const wake of this.#waiting) wake();
  }

  /** Resolves when all of these have ended, or when the signal is aborted. */
  async all(memberIds: readonly string[], signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !memberIds.every((id) => this.#ended.has(id))) await this.#next(signal);
  }

  #next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener("abort", wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener("abort", wake);
    });
  }
}

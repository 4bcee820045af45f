/** What has ended, by its id, and a way to wait for it: members' sweeps, or runs. */
export class Endings {
  readonly #ended = new Set<string>();
  readonly #waiting = new Set<() => void>();

  /** The queue will not offer its message again. */
  ended(id: string): void {
    this.#ended.add(id);
    for (const wake of this.#waiting) wake();
  }

  /** Resolves when all of these have ended, or when the signal is aborted. */
  async all(ids: readonly string[], signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !ids.every((id) => this.#ended.has(id))) await this.#next(signal);
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

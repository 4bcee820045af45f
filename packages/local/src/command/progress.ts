import type { Progress } from "@lapse/core/sweep/ports";

const width = 24;

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  readonly clear: () => void;
}

/** One line at the foot of a terminal that rewrites itself; nothing at all where standard error is no terminal. */
export function progressLine(
  out: NodeJS.WriteStream,
  clean: (text: string) => string,
  words: (progress: Progress) => string = wordsOf,
): ProgressLine {
  if (out.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  const clear = () => out.write("\r\u001b[2K");
  return {
    show: (progress) => out.write(`\r\u001b[2K${clean(words(progress)).slice(0, (out.columns ?? 80) - 1)}`),
    clear,
  };
}

export function wordsOf(progress: Progress): string {
  switch (progress.step) {
    case "opening":
      return "opening the Sent list …";
    case "reading":
      return progress.pending === null
        ? `reading: ${progress.rows} invitations`
        : `reading ${bar(progress.rows, progress.pending)} ${progress.rows} of ${progress.pending}`;
    case "withdrawing":
      return `withdrawing ${bar(progress.done, progress.of)} ${progress.done} of ${progress.of}: ${progress.name}`;
    case "ignoring":
      return `ignoring ${bar(progress.done, progress.of)} ${progress.done} of ${progress.of}: ${progress.name}`;
    case "waiting":
      return `pausing ${Math.round(progress.ms / 1_000)} s before the next`;
    case "checking":
      return "checking on a fresh load of the list …";
  }
}

function bar(done: number, of: number): string {
  const full = of === 0 ? 0 : Math.round((Math.min(done, of) / of) * width);
  return `[${"#".repeat(full)}${".".repeat(width - full)}]`;
}

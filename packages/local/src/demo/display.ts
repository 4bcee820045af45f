import { visible } from "@lapse/core/wording/printable";

/** Where the demo says what it does: a terminal gets a live line at its foot, anything else plain lines. */
export interface Display {
  line(text: string): void;
  /** What is being done right now. On a terminal it replaces what was there; elsewhere it is a line of its own. */
  now(text: string): void;
  /** The same for what changes too often to be printed: shown on a terminal only. */
  live(text: string): void;
}

interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const clear = "\r\u001b[2K";

export function display(out: Output): Display {
  if (out.isTTY !== true) {
    const line = (text: string) => void out.write(`${visible(text)}\n`);
    return { line, now: line, live: () => undefined };
  }
  let foot = "";
  const live = (text: string) => {
    foot = visible(text).slice(0, (out.columns || 80) - 1);
    out.write(`${clear}${foot}`);
  };
  return {
    line: (text) => void out.write(`${clear}${visible(text)}\n${foot}`),
    now: live,
    live,
  };
}

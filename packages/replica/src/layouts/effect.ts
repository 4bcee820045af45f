/** What a withdrawal's answer tells the page's script to do. */
export interface Effect {
  /** Profile references of the rows that leave. */
  readonly removed: readonly string[];
  /** How much the counter falls. */
  readonly fallsBy: number;
  readonly showReceived: boolean;
}

/** The lines `<reference>:<JSON>` of a server-driven answer, by their reference. */
export const fieldsIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]),
  );

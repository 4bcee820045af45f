import { createInterface } from "node:readline";
import type { Streams } from "../command/streams.ts";

/** Asks whoever sits there; resolves to the answer, empty where the terminal or the command is closed meanwhile. */
export type Ask = (question: string) => Promise<string>;

/** Null where nobody can be asked: input or the place for questions is no terminal. */
export function askAt(input: NodeJS.ReadStream, { err }: Streams, signal: AbortSignal): Ask | null {
  if (input.isTTY !== true || err.isTTY !== true) return null;
  return (question) =>
    new Promise((resolve) => {
      // The terminal edits the line and turns Ctrl-C into a signal itself.
      const lines = createInterface({ input, terminal: false, signal });
      let answer: string | null = null;
      lines.once("line", (line) => {
        answer = line;
        lines.close();
      });
      lines.once("close", () => {
        if (answer === null) err.write("\n");
        resolve(answer ?? "");
      });
      err.write(question);
    });
}

import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { askAt } from "../../src/leave/ask.ts";
import { heldStreams } from "../support/streams.ts";

/** Both ends as they are at a terminal, but for what is said otherwise. */
function terminal({ input = true, output = true } = {}) {
  const keys = Object.assign(new PassThrough(), { isTTY: input }) as unknown as NodeJS.ReadStream &
    PassThrough;
  const { streams, err } = heldStreams();
  Object.assign(streams.err, { isTTY: output });
  const interrupted = new AbortController();
  return { keys, err, interrupted, ask: askAt(keys, streams, interrupted.signal) };
}

test("a question at a terminal is answered by one line", async () => {
  const { keys, err, ask } = terminal();
  const answer = ask?.("Sure? ");
  keys.write("yes\nand more\n");
  expect(await answer).toBe("yes");
  expect(err()).toBe("Sure? ");
});

test("a question is answered by nothing when the terminal is closed, or the command interrupted", async () => {
  const closed = terminal();
  const one = closed.ask?.("Sure? ");
  closed.keys.end();
  expect([await one, closed.err()]).toEqual(["", "Sure? \n"]);
  const stopped = terminal();
  const other = stopped.ask?.("Sure? ");
  stopped.interrupted.abort();
  expect(await other).toBe("");
});

test("nobody is asked where the answer or the question has no terminal", () => {
  expect([terminal({ input: false }).ask, terminal({ output: false }).ask]).toEqual([null, null]);
});

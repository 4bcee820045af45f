import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { stopSignal } from "../../src/stack/signals.ts";

const names = ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const;
let before: Map<string, unknown[]>;
let now = 0;
let stopped = 0;
const start = () =>
  stopSignal(
    () => stopped++,
    () => now,
  );
const exit = vi.fn<(status: number) => never>();

beforeEach(() => {
  [now, stopped] = [0, 0];
  exit.mockReset();
  vi.spyOn(process, "exit").mockImplementation(exit as unknown as typeof process.exit);
  before = new Map(names.map((name) => [name, process.listeners(name as "SIGINT")]));
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const name of names) {
    for (const listener of process.listeners(name as "SIGINT")) {
      if (!before.get(name)?.includes(listener)) process.removeListener(name, listener);
    }
  }
});

/** To the handlers of this test only: the test runner has its own. */
const send = (name: (typeof names)[number]) => {
  for (const listener of process.listeners(name as "SIGINT")) {
    if (!before.get(name)?.includes(listener)) (listener as () => void)();
  }
};

describe("A stop", () => {
  test.each(names)("is asked for by %s", (name) => {
    const signal = start();
    expect(signal.aborted).toBe(false);
    send(name);
    expect(signal.aborted).toBe(true);
    expect(stopped).toBe(1);
    expect(exit).not.toHaveBeenCalled();
  });

  test("is one stop when npm, the launcher and the terminal all pass the same Ctrl-C on", () => {
    start();
    send("SIGINT");
    now = 400;
    send("SIGINT");
    send("SIGTERM");
    expect(stopped).toBe(1);
    expect(exit).not.toHaveBeenCalled();
  });

  test("becomes a kill at the second Ctrl-C", () => {
    start();
    send("SIGINT");
    now = 501;
    send("SIGINT");
    expect(exit).toHaveBeenCalledWith(130);
  });
});

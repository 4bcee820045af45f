import { describe, expect, test } from "vitest";
import { display } from "../../src/demo/display.ts";
import { Stopwatch } from "../../src/demo/stopwatch.ts";

const shown = (terminal: boolean) => {
  let text = "";
  const write = (more: string) => {
    text += more;
  };
  const out = { isTTY: terminal, columns: 20, write };
  return { show: display(out), text: () => text };
};

describe("What the demo does", () => {
  test("is plain lines where nobody watches, without what changes too often", () => {
    const { show, text } = shown(false);
    show.now("sweeping");
    show.live("reading 1 of 23");
    show.line("done");
    expect(text()).toBe("sweeping\ndone\n");
  });

  test("is a line at the foot of a terminal that stays below what is printed, and never wraps", () => {
    const { show, text } = shown(true);
    show.live("withdrawing 1 of 5: a very long name");
    show.line("Ada: done");
    expect(text()).toBe("\r\u001b[2Kwithdrawing 1 of 5:\r\u001b[2KAda: done\nwithdrawing 1 of 5:");
  });

  test("never lets a name from the page steer the terminal", () => {
    const { show, text } = shown(false);
    show.line("Eve \u001b[31mred\u202e");
    expect(text()).toBe("Eve [31mred\n");
  });
});

describe("The time split", () => {
  test("gives each part its time, however often they take turns, and the whole", () => {
    let now = 0;
    const watch = new Stopwatch<"stack" | "sweep">("stack", () => now);
    now = 1_000;
    watch.enter("sweep");
    now = 1_500;
    watch.enter("stack");
    now = 2_000;
    expect(watch.split(["stack", "sweep"])).toBe("stack 1.5 s, sweep 0.5 s; 2.0 s in all");
  });
});

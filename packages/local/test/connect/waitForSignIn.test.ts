import type { Clock } from "@lapse/core/sweep/clock";
import { describe, expect, test } from "vitest";
import { needScreen } from "../../src/connect/screen.ts";
import { type Watched, waitForSignIn } from "../../src/connect/waitForSignIn.ts";

const site = "https://www.linkedin.com";

/** A window that shows these one after the other, the last for good; null once it is closed. */
function windowShowing(
  ...shown: readonly ({ at: string; key?: string } | null)[]
): Watched & { clock: Clock } {
  let now = 0;
  const current = () => shown[Math.min(now / 500, shown.length - 1)] ?? null;
  return {
    isOpen: () => current() !== null,
    addresses: () => ["about:blank", current()?.at ?? ""],
    cookies: async () =>
      current()?.key === undefined ? [] : [{ name: "li_at", value: current()?.key ?? "" }],
    clock: {
      now: () => now,
      pause: async (ms) => {
        now += ms;
      },
    },
  };
}

const wait = (window: ReturnType<typeof windowShowing>, signal = new AbortController().signal) =>
  waitForSignIn(window, site, { clock: window.clock, signal, withinMs: 5_000, onWaiting: () => undefined });
const login = { at: `${site}/login` };
const feed = { at: `${site}/feed/`, key: "AQED" };

describe("A member has signed in by hand", () => {
  test("once the site gave the key and shows neither its sign-in nor a check", async () => {
    expect(
      await wait(windowShowing(login, { at: `${site}/checkpoint/challenge/x`, key: "AQED" }, feed)),
    ).toBe("signed-in");
  });

  test.each([
    ["at the sign-in page with an old key", { ...login, key: "AQED" }],
    ["at a check", { at: `${site}/checkpoint/challenge/x`, key: "AQED" }],
    ["without a key", { at: `${site}/feed/` }],
    ["with a key that was taken back", { at: `${site}/feed/`, key: '"delete me"' }],
    ["at another site", { at: "https://accounts.example.org/", key: "AQED" }],
  ])("not while the window is %s", async (_, shown) => {
    expect(await wait(windowShowing(shown))).toBe("too-late");
  });

  test("never, when the window is closed or the command interrupted", async () => {
    expect(await wait(windowShowing(login, null))).toBe("closed");
    expect(await wait(windowShowing(feed), AbortSignal.abort())).toBe("interrupted");
  });
});

test("Without a screen the command says so, and what else there is", () => {
  expect(() => needScreen("linux", {})).toThrow(/There is no screen .* or paste a session on the pages\.$/);
  expect(() => needScreen("linux", { WAYLAND_DISPLAY: "wayland-0" })).not.toThrow();
  expect(() => needScreen("darwin", {})).not.toThrow();
});

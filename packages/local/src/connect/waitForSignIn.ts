import type { ProfileWindow } from "@lapse/browser/profileTab";
import { troubleOfAddress } from "@lapse/core/linkedin/visit/verdict";
import type { Clock } from "@lapse/core/sweep/clock";

export type SignIn = "signed-in" | "closed" | "too-late" | "interrupted";

/** What of a window tells whether somebody signed in. */
export type Watched = Pick<ProfileWindow, "isOpen" | "addresses" | "cookies">;

const lookEveryMs = 500;

/**
 * Waits until the person in the window has signed in: the site has given the key (`li_at`), and no tab shows a sign-in
 * or a check of the site any more.
 * @param withinMs how long at most
 * @param onWaiting hears after each look how long it has been waited, ms
 */
export async function waitForSignIn(
  window: Watched,
  site: string,
  { clock, signal, withinMs, onWaiting }: Waiting,
): Promise<SignIn> {
  const from = clock.now();
  for (;;) {
    if (signal.aborted) return "interrupted";
    if (!window.isOpen()) return "closed";
    if (await isSignedIn(window, site)) return "signed-in";
    const waited = clock.now() - from;
    if (waited >= withinMs) return "too-late";
    onWaiting(waited);
    await clock.pause(lookEveryMs, signal);
  }
}

export interface Waiting {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly withinMs: number;
  readonly onWaiting: (ms: number) => void;
}

async function isSignedIn(window: Watched, site: string): Promise<boolean> {
  try {
    const key = (await window.cookies()).find(({ name }) => name === "li_at")?.value ?? "";
    if (key.replaceAll('"', "") === "" || /delete\s*me/i.test(key)) return false;
  } catch {
    // The window was closed while it was asked; the next look says so.
    return false;
  }
  const here = window
    .addresses()
    .filter((address) => URL.canParse(address) && new URL(address).origin === site);
  return here.length > 0 && here.every((address) => troubleOfAddress(address) === null);
}

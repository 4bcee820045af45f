import { randomUUID } from "node:crypto";
import { openProfileTab, openProfileWindow, type ProfileWindow } from "@lapse/browser/profileTab";
import type { Member } from "@lapse/core/member/member";
import type { Clock } from "@lapse/core/sweep/clock";
import type { Progress } from "@lapse/core/sweep/ports";
import { type Look, look } from "../preview/look.ts";
import type { Attached } from "../stack/attach.ts";
import { profileDirectory } from "../stack/profiles.ts";
import { type Foreign, ifTakenBack, type TakenBack, takeProfile } from "./takeProfile.ts";
import { type SignIn, waitForSignIn } from "./waitForSignIn.ts";

export interface ConnectPorts {
  readonly attached: Attached;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** A line about what is being done. */
  readonly say: (line: string) => void;
  /** The line at the foot of a terminal; empty to clear it. */
  readonly foot: (words: string) => void;
  readonly onProgress: (progress: Progress) => void;
  /** Gets the window once it shows the sign-in page: for whoever signs in without hands. */
  readonly onWindow?: (window: ProfileWindow) => void | Promise<void>;
}

export type Connected =
  | { readonly kind: "busy" }
  | { readonly kind: "not-signed-in"; readonly why: Exclude<SignIn, "signed-in"> }
  /** Signed in, and the list could not be read: nothing was connected. */
  | { readonly kind: "not-read"; readonly look: Look }
  | Foreign
  | TakenBack
  | { readonly kind: "connected"; readonly account: string | null; readonly look: Look };

const withinMs = 20 * 60_000;
/** A lease that is not renewed ends soon: this process may be killed while the window is open. */
const leaseMs = 2 * 60_000;
const renewEveryMs = 30_000;

/**
 * Has a member sign in by hand in a window of a browser with a profile of Lapse's own, tries that profile at once,
 * unseen, and marks it as the member's session where it is of their account. Nothing is copied. Throws what the browser and the stores throw.
 */
export async function connectMember(member: Member, ports: ConnectPorts): Promise<Connected> {
  const { attached } = ports;
  const connection = await attached.adapters.sessions.connection(member.id);
  if (connection === null) return { kind: "taken-back", by: "leaving" };
  const { disconnects } = connection;
  const connected = await connectWith(disconnects, member, ports);
  // Another has the profile.
  if (connected.kind === "busy") return connected;
  return (await ifTakenBack(attached, member.id, disconnects)) ?? connected;
}

async function connectWith(disconnects: number, member: Member, ports: ConnectPorts): Promise<Connected> {
  const { attached, say, clock } = ports;
  const lease = attached.adapters.leaseOf(member.id);
  const run = randomUUID();
  // A profile is open in one browser at a time: no sweep may come in between.
  if (!(await lease.acquire(run, leaseMs))) return { kind: "busy" };
  const renewing = setInterval(() => void lease.renew(run, leaseMs).catch(() => undefined), renewEveryMs);
  try {
    const signIn = await signInByHand(member, ports);
    if (signIn !== "signed-in") return { kind: "not-signed-in", why: signIn };
  } finally {
    clearInterval(renewing);
    await lease.release(run);
  }
  say("signed in; reading the list once, unseen, to see that it works");
  const tried = await look(attached, member, {
    session: { cookies: [] },
    openTab: () => openProfileTab(profileDirectory(attached.data.path, member.id), attached.site),
    onCookies: async () => undefined,
    ...{ onProgress: ports.onProgress, signal: ports.signal, startedAt: clock.now() },
  });
  if (tried.reading === null) return { kind: "not-read", look: tried };
  const taken = await takeProfile(attached, member.id, disconnects, tried.reading);
  if (taken.kind !== "taken") return taken;
  return { kind: "connected", account: tried.reading.account, look: tried };
}

async function signInByHand(member: Member, ports: ConnectPorts): Promise<SignIn> {
  const { attached, clock, signal, say, foot } = ports;
  const { data, site } = attached;
  const window = await openProfileWindow(profileDirectory(data.path, member.id), site);
  try {
    // A page that does not come shows the browser's own words, and can be loaded again by hand.
    await window.page.goto(`${site}/login`, { waitUntil: "domcontentloaded" }).catch(() => undefined);
    say(`a window is open at ${site}/login: sign in there as you always do; Lapse waits`);
    await ports.onWindow?.(window);
    return await waitForSignIn(window, site, {
      ...{ clock, signal, withinMs },
      onWaiting: (ms) =>
        foot(`waiting for you to sign in: ${Math.floor(ms / 60_000)} of ${withinMs / 60_000} minutes`),
    });
  } finally {
    foot("");
    // In its own time: what it holds of the sign-in is on disk only then.
    await window.close();
  }
}

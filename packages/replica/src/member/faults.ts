import type { Rules } from "./rules.ts";

/**
 * What a page request answers instead of the page. `login`, `authwall`, `rememberMe` and `checkpoint` redirect
 * there; `login200` and `captcha200` answer under the right address with status 200; `deleteMe` redirects to the
 * same page while it deletes `li_at`; `slowdown200` is the small error page of a 429 with status 200.
 */
// biome-ignore format: a table is easier to read in rows
export const pageFaults = [
  "login", "login200", "authwall", "rememberMe", "checkpoint", "captcha200", "blank", "401", "403", "429",
  "slowdown200", "500", "999", "redirectLoop", "deleteMe", "dropped",
] as const;
export type PageFault = (typeof pageFaults)[number];

/** `wrongEnd`: the end page, although more follows. `stall`: no answer, ever. */
export const paginationFaults = ["403", "429", "500", "stall", "wrongEnd", "dropped"] as const;
export type PaginationFault = (typeof paginationFaults)[number];

/** `other-name`: the dialog of the next person in the list; confirming it withdraws that person. */
export const dialogFaults = ["never", "other-name", "error500", "429", "challenge"] as const;
export type DialogFault = (typeof dialogFaults)[number] | { readonly delayMs: number };

/**
 * What a withdrawal answers. The invitation stays pending on the server with all of these but `gone-no-pill`,
 * `somebody-else-goes` and `done-but-dropped`.
 * - `failed-200`: status 200 with "Failed to withdraw invitation"; the row stays.
 * - `gone-no-pill`: withdrawn, the row goes, the counter on the page stays.
 * - `toast-error-row-stays`: status 200 with another error; the row stays.
 * - `dropped`: the connection breaks without an answer; `done-but-dropped`: the same after the withdrawal.
 * - `challenge`: redirect to /checkpoint/challenge, where every later request of the member ends too.
 * - `not-really`: 200, the row goes, the counter falls, and the invitation is back on a fresh load.
 * - `somebody-else-goes`: withdrawn, and the row of another person leaves the page too (not the server).
 */
// biome-ignore format: a table is easier to read in rows
export const withdrawFaults = [
  "failed-200", "gone-no-pill", "toast-error-row-stays", "403", "429", "500", "999", "dropped",
  "done-but-dropped", "challenge", "login", "not-really", "somebody-else-goes",
] as const;
export type WithdrawFault = (typeof withdrawFaults)[number];

/** Milliseconds to wait before answering; the function gets the request's number of its kind, from 1. */
export type Latency = number | ((n: number) => number);

/** Everything that can go wrong for a member. Change the fields at any time; the next request sees it. */
export interface Faults {
  /** Between the page's scripts starting and the handlers being attached; before, the href is followed. */
  hydrationMs: number;
  /** Per kind of request, in place of the replica's `latencyMs`. */
  latency: { page?: Latency; pagination?: Latency; tab?: Latency; dialog?: Latency; withdraw?: Latency };
  page: Rules<PageFault>;
  pagination: Rules<PaginationFault>;
  dialog: Rules<DialogFault>;
  withdraw: Rules<WithdrawFault>;
  /** How the confirm dialog opens: modal (in the top layer) or by its attribute only. */
  dialogMode: "showModal" | "openAttribute";
  /** Whether a click from script (`isTrusted` false) works too; the sources disagree (evidence §3). */
  syntheticClicks: boolean;
  /** The counter: the true number, nothing, a text such as "1.2K" in its place, or a wrong number. */
  pill: "exact" | "missing" | { readonly text: string } | { readonly number: number };
  /** Whether the tab of the counter is missing on an empty list (as in the fixture) or shows 0. */
  emptyPill: boolean;
  /** A new `li_at` with every page; the old one is signed out from then on. */
  rotateSession: boolean;
  /** Any other user agent gets `deleteMe`. A session minted with a user agent is bound to it anyway. */
  requireUserAgent: string | null;
  /** Added to the `Date` header of every answer, in milliseconds. */
  dateSkewMs: number;
  /** Neither the page's payload nor the pagination shows invitation ids: labels only. */
  noIds: boolean;
  /** In how many `self.__next_f.push` calls the page's payload comes, cut anywhere. */
  islandChunks: number;
  /** When the n-th dialog is asked for, this invitation is accepted: its id, or "target" for the one asked. */
  acceptDuring: Rules<string>;
  /** After a withdrawal the page shows the Received tab, with Accept and Ignore buttons. */
  autoSwitchReceived: Rules<true>;
  /** Toasts cover the middle of the list, for five seconds or until dismissed. */
  toastCovering: boolean;
  cookieBanner: boolean;
  /** The Messaging overlay, `role=dialog`: in the corner, in a shadow root, or over the Withdraw controls. */
  messaging: "absent" | "present" | "shadow" | "covering";
  /** A dialog that stays: the confirm dialog after a withdrawal, or a weekly-limit dialog on every load. */
  leftoverDialog: "none" | "after-withdrawal" | "on-load";
  /** "People you may know" cards with Connect buttons below the list. */
  peopleYouMayKnow: "never" | "when-empty" | "always";
  /** Rows far from the window leave the page, as in recycling lists. Off: every loaded row stays. */
  virtualised: boolean;
  /** The header's link to the member's own profile: theirs, none, or another slug. */
  identity: "own" | "none" | { readonly slug: string };
  /** A POST to /li/track every so many milliseconds, as the site sends them; null for none. */
  telemetryMs: number | null;
}

export function noFaults(): Faults {
  return {
    hydrationMs: 0,
    latency: {},
    page: [],
    pagination: [],
    dialog: [],
    withdraw: [],
    dialogMode: "showModal",
    syntheticClicks: false,
    pill: "exact",
    emptyPill: false,
    rotateSession: false,
    requireUserAgent: null,
    dateSkewMs: 0,
    noIds: false,
    islandChunks: 1,
    acceptDuring: [],
    autoSwitchReceived: [],
    toastCovering: false,
    cookieBanner: false,
    messaging: "absent",
    leftoverDialog: "none",
    peopleYouMayKnow: "when-empty",
    virtualised: false,
    identity: "own",
    telemetryMs: null,
  };
}

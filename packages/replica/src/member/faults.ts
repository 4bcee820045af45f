import type { LayoutName } from "../layouts/names.ts";
import type { Language } from "../layouts/strings/languages.ts";
import type { Mutation } from "./mutation.ts";
import type { Rules } from "./rules.ts";

/**
 * What a page request answers instead of the page. `login`, `authwall`, `rememberMe` and `checkpoint` redirect
 * there; `login200` and `captcha200` answer under the right address with status 200; `deleteMe` redirects to the
 * same page while it deletes `li_at`; `slowdown200` is the small error page of a 429 with status 200.
 * `chooseAccount` is another account picker; `login200-fr` and so on the sign-in page in another language;
 * `approval` asks to confirm in the phone's app; `restricted` says that the account is. `…200` stay at the address.
 */
// biome-ignore format: a table is easier to read in rows
export const pageFaults = [
  "login", "login200", "authwall", "rememberMe", "checkpoint", "captcha200", "blank", "401", "403", "429",
  "slowdown200", "500", "999", "redirectLoop", "deleteMe", "dropped",
  "rememberMe200", "chooseAccount", "login200-fr", "login200-de", "login200-ja", "approval", "approval200",
  "restricted", "restricted200",
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
 * - `deleteMe`: redirect that deletes `li_at`; `done-then-deleteMe`: withdrawn, and the answer deletes `li_at`.
 */
// biome-ignore format: a table is easier to read in rows
export const withdrawFaults = [
  "failed-200", "gone-no-pill", "toast-error-row-stays", "403", "429", "500", "999", "dropped",
  "done-but-dropped", "challenge", "login", "not-really", "somebody-else-goes", "deleteMe", "done-then-deleteMe",
] as const;
export type WithdrawFault = (typeof withdrawFaults)[number];

/**
 * What ignoring a received invitation answers, named as the withdrawal's. It stays pending on the server with all
 * but `gone-no-pill`. `never`: no answer, ever.
 */
export const ignoreFaults = [
  "failed-200",
  "gone-no-pill",
  "not-really",
  "never",
  "500",
  "challenge",
] as const;
export type IgnoreFault = (typeof ignoreFaults)[number];

/** Milliseconds to wait before answering; the function gets the request's number of its kind, from 1. */
export type Latency = number | ((n: number) => number);

/** Everything that can go wrong for a member. Change the fields at any time; the next request sees it. */
export interface Faults {
  /** In place of the member's layout; null for theirs. */
  layout: LayoutName | null;
  /** In place of the member's language; null for theirs. */
  language: Language | null;
  /** Changes of the markup and of the page's data: each takes one thing away that a reader may rely on. */
  mutations: readonly Mutation[];
  /** How the rows after the first come: V6 on scrolling, V5 and V4 by Load more, the mixture by both. V3b has pages. */
  loading: "as-layout" | "scroll" | "button" | "both";
  /** V5 and V4 carry V6's island of data too, with the invitations' ids, unless `noIds` says no. */
  island: boolean;
  /** "Withdrawn invitation sent to …" on the confirm button, as V5-button had it (evidence §2). */
  withdrawnTypo: "as-layout" | "on" | "off";
  /** Between the page's scripts starting and the handlers being attached; before, the href is followed. */
  hydrationMs: number;
  /** Per kind of request, in place of the replica's `latencyMs`. */
  latency: {
    page?: Latency;
    pagination?: Latency;
    tab?: Latency;
    dialog?: Latency;
    withdraw?: Latency;
    ignore?: Latency;
  };
  page: Rules<PageFault>;
  pagination: Rules<PaginationFault>;
  dialog: Rules<DialogFault>;
  withdraw: Rules<WithdrawFault>;
  ignore: Rules<IgnoreFault>;
  /** Slugs whose controls in the lists, sent and received, never get a handler: the href is followed, always. */
  deadControls: readonly string[];
  /** What Ignore and Accept are on the Received tab. */
  receivedControls: "links" | "buttons";
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
  /** A dialog that stays: the confirm dialog after a withdrawal (V4 does that), or a weekly-limit one on every load. */
  leftoverDialog: "as-layout" | "none" | "after-withdrawal" | "on-load";
  /** The weekly-limit notice as a banner over the top of the page, without a way to close it. */
  limitBanner: boolean;
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
    layout: null,
    language: null,
    mutations: [],
    loading: "as-layout",
    island: false,
    withdrawnTypo: "as-layout",
    hydrationMs: 0,
    latency: {},
    page: [],
    pagination: [],
    dialog: [],
    withdraw: [],
    ignore: [],
    deadControls: [],
    receivedControls: "links",
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
    leftoverDialog: "as-layout",
    limitBanner: false,
    peopleYouMayKnow: "when-empty",
    virtualised: false,
    identity: "own",
    telemetryMs: null,
  };
}

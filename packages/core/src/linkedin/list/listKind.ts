import { isIgnoring, isWithdrawal } from "../act/names.ts";
import { type Marks, receivedMarks, sentMarks } from "../layouts/marks.ts";
import type { Intended } from "../visit/tab.ts";
import type { Concept } from "../words/concepts.ts";

/** One of the two lists of invitations: where it is, how it is known, and what is done to its rows. */
export interface ListKind {
  readonly direction: "sent" | "received";
  /** How a sentence names it. */
  readonly name: string;
  readonly path: string;
  readonly marks: Marks;
  /** What the control of a row says that is ours to press, and how a sentence calls it. */
  readonly word: Extract<Concept, "withdraw" | "ignore">;
  readonly control: "Withdraw" | "Ignore";
  readonly act: string;
  /** Names of that control in English, seen or likely, around the person's. */
  readonly named: readonly RegExp[];
  /** What a row becomes when the act is proved. */
  readonly done: "withdrawn" | "ignored";
  /** Whether the address is this list's. */
  isAddress(url: string): boolean;
  /** Whether the name that a page gives its screen is this list's. */
  isScreen(screen: string): boolean;
  /** Whether a request is the act itself. */
  isAct(request: Intended): boolean;
}

/** Those that the member sent; the address is verified (linkedin/README.md §3). */
export const sentList: ListKind = {
  direction: "sent",
  name: "Sent list",
  path: "/mynetwork/invitation-manager/sent/",
  marks: sentMarks,
  word: "withdraw",
  control: "Withdraw",
  act: "the withdrawal",
  named: [/^withdraw(?:n)? invitation sent to (.+)$/i],
  done: "withdrawn",
  isAddress: (url) => isBelow(url, /^\/mynetwork\/invitation-manager\/sent(\/|$)/i),
  isScreen: (screen) => /invitation/i.test(screen) && /sent/i.test(screen),
  isAct: isWithdrawal,
};

/**
 * Those that others sent; the address is verified (§3). It holds events, pages and newsletters, too: its People list,
 * `…/received/CONNECTION/`, is only inferred. That its controls are links was seen (§2), their names were not.
 */
export const receivedList: ListKind = {
  direction: "received",
  name: "Received list",
  path: "/mynetwork/invitation-manager/received/",
  marks: receivedMarks,
  word: "ignore",
  control: "Ignore",
  act: "the ignoring",
  named: [
    /^ignore (?:an |the )?invitation (?:to connect )?from (.+)$/i,
    /^ignore (.+)['’]s? invitation(?: to connect)?$/i,
  ],
  done: "ignored",
  isAddress: (url) => isBelow(url, /^\/mynetwork\/invitation-manager\/received(\/|$)/i),
  isScreen: (screen) => /invitation/i.test(screen) && /received/i.test(screen),
  isAct: isIgnoring,
};

/** Whom the control of a row names, where it is in English; null elsewhere. */
export function nameInControl(list: ListKind, label: string): string | null {
  return list.named.map((pattern) => pattern.exec(label)?.[1]).find((name) => name !== undefined) ?? null;
}

function isBelow(url: string, path: RegExp): boolean {
  try {
    return path.test(new URL(url).pathname);
  } catch {
    return false;
  }
}

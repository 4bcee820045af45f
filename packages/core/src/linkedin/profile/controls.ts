import { profileAddressOnPage } from "../../invitation/profile.ts";
import { comparable } from "../../plan/text.ts";
import type { ProfileControl } from "../page/profile.ts";
import { is, says } from "../words/matcher.ts";
import { type PagePerson, shares } from "./person.ts";

/** The page's Pending controls. `several` of one person's are one invitation: it is shown in two places. */
export type PendingSeen =
  | {
      readonly kind: "pending";
      readonly own: readonly ProfileControl[];
      readonly idle: readonly ProfileControl[];
    }
  | { readonly kind: "none" }
  /** One of them is somebody else's, or nobody's that can be told: none is pressed. */
  | { readonly kind: "ambiguous"; readonly why: string };

export function pendingOn(
  controls: readonly ProfileControl[],
  person: PagePerson,
  others: readonly string[],
): PendingSeen {
  const waiting = controls.filter(isPending);
  if (waiting.length === 0) return { kind: "none" };
  for (const control of waiting) {
    const why = foreign(control, person, others);
    if (why !== null) return { kind: "ambiguous", why };
  }
  if (new Set(waiting.filter((each) => !isBare(each)).map((each) => each.name)).size > 1)
    return { kind: "ambiguous", why: "its Pending controls do not say the same" };
  return { kind: "pending", own: waiting, idle: controls.filter((each) => !isPending(each)) };
}

/**
 * Whether a control stands for an invitation that waits, in any language: it says "Pending" and nothing else, or its
 * name says that and what pressing it does. A link to somebody's "patent pending" says more, and something else.
 */
function isPending({ name, text }: ProfileControl): boolean {
  if (is("pending", text) || is("pending", name) || is("withdraw", text)) return true;
  return says("withdraw", name) && (says("pending", name) || english.test(name));
}

const english = /\binvitation sent to (.+)$/i;

/** Why a Pending control is not known to be the page's own person's; null where it is. */
function foreign(control: ProfileControl, person: PagePerson, others: readonly string[]): string | null {
  const besides = control.besides.map(profileAddressOnPage).filter((address) => address !== null);
  if (besides.length > 0 && !besides.every((address) => shares([address], person.addresses)))
    return "a Pending control on it belongs to somebody else";
  if (isBare(control)) return control.inCard ? null : "a Pending control on it does not say whose it is";
  return names(control.name, person.name, others) ? null : "a Pending control on it names somebody else";
}

/** Whether it names nobody. */
function isBare({ name }: ProfileControl): boolean {
  return is("pending", name) || is("withdraw", name);
}

/** A longer name that holds the person's ("Jon Same-Smith") is another person's. */
function names(label: string, name: string, others: readonly string[]): boolean {
  const mine = comparable(name);
  const named = english.exec(label)?.[1];
  if (named !== undefined) return comparable(named) === mine;
  const whole = comparable(label);
  const longer = others
    .map(comparable)
    .some((other) => other !== mine && other.includes(mine) && whole.includes(other));
  return whole.includes(mine) && !longer;
}

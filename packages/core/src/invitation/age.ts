import { type Clocks, earlierNow, labelNow, latestNow } from "./clock.ts";
import { sentAtOfId } from "./id.ts";
import type { AgeBounds } from "./invitation.ts";
import { ageOfLabel, labelAgrees } from "./label.ts";

export type AgeReading =
  | { readonly kind: "exact"; readonly sentAt: number; readonly age: AgeBounds }
  | { readonly kind: "label"; readonly age: AgeBounds }
  | { readonly kind: "unknown"; readonly why: string };

/**
 * How old an invitation is: exactly, where its id gives a time and the label agrees with it; within the label's
 * bounds, where there is no id; else unknown, and unknown is kept. `language` is the page's, as for ageOfLabel.
 */
export function readAge(
  id: string | null,
  label: string | null,
  clocks: Clocks,
  language?: string,
): AgeReading {
  if (label === null) return { kind: "unknown", why: "no age is shown" };
  const bounds = ageOfLabel(label, language);
  if (bounds === null)
    return { kind: "unknown", why: `the age shown is not understood: "${label.slice(0, 60)}"` };
  const now = earlierNow(clocks);
  if (id === null) {
    // A site clock that is ahead of ours prints ages that are too old by the difference.
    const ahead = Math.max(0, labelNow(clocks) - now);
    return { kind: "label", age: { atLeast: Math.max(0, bounds.atLeast - ahead), atMost: bounds.atMost } };
  }
  const sentAt = sentAtOfId(id);
  if (sentAt === null) return { kind: "unknown", why: "the invitation id holds no time" };
  if (!labelAgrees(label, labelNow(clocks) - sentAt, language)) {
    return { kind: "unknown", why: `the id's time and the age shown ("${label.slice(0, 60)}") disagree` };
  }
  return { kind: "exact", sentAt, age: ageSince(sentAt, clocks) };
}

/** How old something is whose time is known, by either clock. */
export function ageSince(sentAt: number, clocks: Clocks): AgeBounds {
  return {
    atLeast: Math.max(0, earlierNow(clocks) - sentAt),
    atMost: Math.max(0, latestNow(clocks) - sentAt),
  };
}

const day = 86_400_000;

/** Whole days that enclose the truth. */
export function ageInDays(age: AgeBounds | null): { atLeast: number; atMost: number | null } | null {
  if (age === null) return null;
  return {
    atLeast: Math.floor(age.atLeast / day),
    atMost: age.atMost === null ? null : Math.ceil(age.atMost / day),
  };
}

import type { AgeBounds } from "./invitation.ts";
import { hasOddNumbers } from "./labels/fold.ts";
import { languagesFor } from "./labels/hint.ts";
import { meaningsIn } from "./labels/meanings.ts";
import { hull } from "./labels/units.ts";

/**
 * Reads an age as the page prints it ("Sent 3 weeks ago", "Envoyé il y a 1 mois") as an interval in ms; null for any
 * phrase that is not wholly understood, and for times to come. The lower bound is never above the true age.
 *
 * `language` is the page's `<html lang>`; then only that language and English are tried. Without it all are, and the
 * interval encloses whatever the label means in any of them.
 */
export function ageOfLabel(label: string, language?: string): AgeBounds | null {
  if (label.length > longest || hasOddNumbers(label)) return null;
  return hull(languagesFor(language).flatMap((id) => meaningsIn(id, label)));
}

/** No age is this long, in characters; headlines and notes are. */
const longest = 120;

/** Labels are rendered on the server a moment before they are read, and its clock shows whole seconds. */
const renderingSlack = 10 * 60_000;

/** Whether an exact age in ms and a label can both be true. An unreadable label agrees with nothing. */
export function labelAgrees(label: string, age: number, language?: string): boolean {
  const bounds = ageOfLabel(label, language);
  if (bounds === null) return false;
  return (
    age >= bounds.atLeast - renderingSlack &&
    (bounds.atMost === null || age <= bounds.atMost + renderingSlack)
  );
}

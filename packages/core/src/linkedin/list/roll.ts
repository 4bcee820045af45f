import type { RollCall } from "../page/rows.ts";
import { countOf } from "./counter.ts";

/**
 * The keys of the rows that hold an invitation: suggestions and furniture have no control that acts. In a language
 * whose word for it is not known, all rows count. Which of the two it is, `like` says: a list whose last invitation
 * went has no such control any more, and its suggestions are none the less suggestions.
 */
export function invitationKeys(roll: RollCall, like = roll): readonly string[] {
  const known = like.rows.some((row) => row.acts);
  return roll.rows.filter((row) => (known ? row.acts : row.key !== "")).map((row) => row.key);
}

/** The four signs of a withdrawal on the page; a withdrawal is proved when all of them hold. */
export interface Signs {
  readonly targetGone: boolean;
  readonly oneShorter: boolean;
  readonly nobodyElseGone: boolean;
  /** True also where there never was a counter to read. */
  readonly counterOneLower: boolean;
}

export function compareRolls(before: RollCall, after: RollCall, target: string): Signs {
  const was = invitationKeys(before);
  const is = invitationKeys(after, before);
  const rest = [...was];
  const at = rest.indexOf(target);
  if (at >= 0) rest.splice(at, 1);
  const counted = countOf(before.counters);
  const counts = countOf(after.counters);
  return {
    targetGone: at >= 0 && !is.includes(target),
    oneShorter: is.length === was.length - 1,
    nobodyElseGone: rest.every((key, i) => is[i] === key),
    // With the last invitation the counter itself may leave the page.
    counterOneLower:
      counted === null ||
      counts === counted - 1 ||
      (counted === 1 && is.length === 0 && after.counters.length === 0),
  };
}

export function allSigns(signs: Signs): boolean {
  return signs.targetGone && signs.oneShorter && signs.nobodyElseGone && signs.counterOneLower;
}

/** Which signs are missing, in words. */
export function missingSigns(signs: Signs): string {
  return [
    signs.targetGone ? "" : "it is still shown",
    signs.oneShorter ? "" : "the list is not one shorter",
    signs.nobodyElseGone ? "" : "somebody else's invitation moved or is gone",
    signs.counterOneLower ? "" : "the counter did not go down by one",
  ]
    .filter((words) => words !== "")
    .join(", ");
}

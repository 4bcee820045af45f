import type { Kit, Viewer } from "./kit.ts";
import type { RowShape } from "./rows.ts";

/** Which control is meant: in which row (by its profile link), and by which name. */
export interface Target {
  /** The raw `href` of the row's profile link; null for a row without one. */
  readonly profileHref: string | null;
  /** The accessible name of the control. */
  readonly label: string;
  /** The person's name as the row shows it. */
  readonly name: string;
}

export type Aim =
  | {
      readonly kind: "clear";
      readonly x: number;
      readonly y: number;
      readonly link: boolean;
      /** The row that the control stands in, as it is now; null elsewhere. */
      readonly row: RowShape | null;
      /** Who is signed in, by the same look. */
      readonly viewer: Viewer;
    }
  /** No row, or more than one, answers the description. */
  | { readonly kind: "absent" }
  | { readonly kind: "ambiguous"; readonly count: number }
  | { readonly kind: "dead" }
  /** Something else lies where the pointer would press. */
  | { readonly kind: "covered"; readonly by: string };

/**
 * Finds the control again, now, and says where to press it. Row, person, name and what lies on top are looked at in
 * one go: a handle kept from before may by now be another person's.
 */
export function aimAtRow(kit: Kit, target: Target): Aim {
  const ownControls = (row: Element) => kit.controls(row).filter((control) => !kit.inNote(control));
  const profileOf = (row: Element) =>
    ownControls(row)
      .find((control) => /\/in\/[^/?#]/.test(control.getAttribute("href") ?? ""))
      ?.getAttribute("href") ?? null;
  const shows = (row: Element) =>
    kit
      .parts(row)
      .some((part) => part.kind !== "note" && (part.text === target.name || part.label === target.name));
  const found = kit.rows().flatMap((row) => {
    if (profileOf(row) !== target.profileHref || !shows(row)) return [];
    return ownControls(row).flatMap((control) =>
      kit.name(control) === target.label ? [{ control, row }] : [],
    );
  });
  const only = found[0];
  if (only === undefined) return { kind: "absent" };
  if (found.length > 1) return { kind: "ambiguous", count: found.length };
  const { control, row } = only;
  if (kit.dead(control)) return { kind: "dead" };
  control.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const aim = kit.aimAt(control, { parts: kit.parts(row), group: 0 });
  if (aim.kind === "clear") kit.watchClick(control);
  else if (aim.kind === "covered") kit.makeRoom(control);
  return aim;
}

import type { Kit } from "./kit.ts";
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
      /** The row that the control stands in, as it is now; null in a dialog. */
      readonly row: RowShape | null;
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
  const ownControls = (row: Element) =>
    kit.controls(row).filter((control) => control.closest('[data-testid="expandable-text-box"]') === null);
  const profileOf = (row: Element) =>
    ownControls(row)
      .find((control) => /\/in\/[^/?#]/.test(control.getAttribute("href") ?? ""))
      ?.getAttribute("href") ?? null;
  const found = kit.rows().flatMap((row) => {
    if (profileOf(row) !== target.profileHref) return [];
    if (
      !kit
        .parts(row)
        .some((part) => part.kind !== "note" && (part.text === target.name || part.label === target.name))
    )
      return [];
    return ownControls(row).flatMap((control) =>
      kit.name(control) === target.label ? [{ control, row }] : [],
    );
  });
  const only = found[0];
  if (only === undefined) return { kind: "absent" };
  if (found.length > 1) return { kind: "ambiguous", count: found.length };
  const { control, row } = only;
  if (
    control.hasAttribute("disabled") ||
    control.getAttribute("aria-disabled") === "true" ||
    !kit.shown(control)
  )
    return { kind: "dead" };
  control.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  const box = control.getBoundingClientRect();
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const top = document.elementFromPoint(x, y);
  if (top !== null && control.contains(top)) {
    kit.watchClick(control);
    return { kind: "clear", x, y, link: control.hasAttribute("href"), row: { parts: kit.parts(row) } };
  }
  // The last rows cannot be scrolled out from under a banner at the foot of the window unless there is room below.
  let scroller: Element | null = control.parentElement;
  const scrolls = (e: Element) =>
    e.scrollHeight > e.clientHeight + 2 && /auto|scroll/.test(getComputedStyle(e).overflowY);
  while (scroller !== null && !scrolls(scroller)) scroller = scroller.parentElement;
  if (scroller instanceof HTMLElement && y > innerHeight / 2 + 1) scroller.style.paddingBottom = "60vh";
  return { kind: "covered", by: top === null ? "nothing" : top.tagName.toLowerCase() };
}

import type { Aim } from "./aim.ts";
import type { Kit } from "./kit.ts";

export interface DialogControl {
  readonly name: string;
  readonly text: string;
}

/** A dialog that is open and shown. */
export interface OpenDialog {
  readonly index: number;
  readonly native: boolean;
  readonly heading: string;
  readonly text: string;
  readonly controls: readonly DialogControl[];
  readonly links: number;
}

export function readDialogs(kit: Kit): OpenDialog[] {
  return kit.dialogs().map((dialog, index) => ({
    index,
    native: dialog.tagName === "DIALOG",
    heading: kit.clean(dialog.querySelector('h1, h2, h3, [role="heading"]')?.textContent ?? null),
    text: kit.clean(dialog.textContent).slice(0, 600),
    controls: kit
      .controls(dialog)
      .map((control) => ({ name: kit.name(control), text: kit.clean(control.textContent) })),
    links: dialog.querySelectorAll("a[href]").length,
  }));
}

/** Where to press a control of an open dialog, by the names that the dialog and the control had when it was read. */
export function aimInDialog(
  kit: Kit,
  target: { index: number; heading: string; control: number; name: string },
): Aim {
  const dialog = kit.dialogs()[target.index];
  const heading = kit.clean(dialog?.querySelector('h1, h2, h3, [role="heading"]')?.textContent ?? null);
  const control = dialog === undefined ? undefined : kit.controls(dialog)[target.control];
  if (control === undefined || heading !== target.heading || kit.name(control) !== target.name)
    return { kind: "absent" };
  if (
    control.hasAttribute("disabled") ||
    control.getAttribute("aria-disabled") === "true" ||
    !kit.shown(control)
  )
    return { kind: "dead" };
  const box = control.getBoundingClientRect();
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const top = document.elementFromPoint(x, y);
  if (top === null || !control.contains(top)) {
    return { kind: "covered", by: top === null ? "nothing" : top.tagName.toLowerCase() };
  }
  return { kind: "clear", x, y, link: control.hasAttribute("href"), row: null };
}

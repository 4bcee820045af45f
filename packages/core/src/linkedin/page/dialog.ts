import type { Aim } from "./aim.ts";
import type { Kit } from "./kit.ts";

export interface DialogControl {
  readonly name: string;
  readonly text: string;
  /** Whether an attribute says that it confirms. */
  readonly marked: boolean;
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

/** @param confirm selects controls that confirm, by an attribute; may be empty. */
export function readDialogs(kit: Kit, confirm: string): OpenDialog[] {
  return kit.dialogs().map((dialog, index) => ({
    index,
    native: dialog.tagName === "DIALOG",
    heading: kit.heading(dialog),
    text: kit.clean(dialog.textContent).slice(0, 600),
    controls: kit.controls(dialog).map((control) => ({
      name: kit.name(control),
      text: kit.clean(control.textContent),
      marked: confirm !== "" && control.matches(confirm),
    })),
    links: dialog.querySelectorAll("a[href]").length,
  }));
}

/** Where to press a control of an open dialog, by the names that the dialog and the control had when it was read. */
export function aimInDialog(
  kit: Kit,
  target: { index: number; heading: string; control: number; name: string },
): Aim {
  const dialog = kit.dialogs()[target.index];
  const control = dialog === undefined ? undefined : kit.controls(dialog)[target.control];
  if (dialog === undefined || control === undefined) return { kind: "absent" };
  if (kit.heading(dialog) !== target.heading || kit.name(control) !== target.name) return { kind: "absent" };
  return kit.dead(control) ? { kind: "dead" } : kit.aimAt(control, null);
}

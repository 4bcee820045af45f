import type { Marks } from "../../layouts/marks.ts";
import type { Kit, Mover } from "../kit.ts";

export function makeControls(
  kit: Kit,
  marks: Marks,
): Pick<Kit, "controls" | "name" | "dead" | "acts" | "inNote" | "dialogs" | "heading" | "movers"> {
  const pressable = 'a[href], button, [role="button"]';
  const actWords = new RegExp(marks.actWords, "iu");
  const moverWords: Record<Mover, RegExp> = {
    more: new RegExp(`^\\P{L}*(?:${marks.moreWords})\\P{L}*$`, "iu"),
    next: new RegExp(`^\\P{L}*(?:${marks.nextWords})\\P{L}*$`, "iu"),
    previous: new RegExp(`^\\P{L}*(?:${marks.previousWords})\\P{L}*$`, "iu"),
  };
  /** Names come again and again; the expressions know forty languages. */
  const said = new Map<string, boolean>();
  const saysAct = (name: string) => {
    const known = said.get(name);
    if (known !== undefined) return known;
    const says = name.length <= 300 && actWords.test(name.normalize("NFC"));
    said.set(name, says);
    return says;
  };

  const name = (control: Element) => kit.clean(control.getAttribute("aria-label") ?? control.textContent);
  const inNote = (element: Element) => marks.note !== "" && element.closest(marks.note) !== null;
  const leadsToSomebody = (control: Element) =>
    /\/(in|company|school|showcase|groups|events|newsletters|sales)\/[^/?#]/.test(
      control.getAttribute("href") ?? "",
    );

  return {
    name,
    inNote,
    controls: (within) =>
      [...within.querySelectorAll(pressable)].filter((control) => {
        for (let up = control.parentElement; up !== null && up !== within; up = up.parentElement) {
          if (up.matches(pressable)) return false;
        }
        return true;
      }),
    dead: (control) =>
      control.getAttribute("aria-disabled") === "true" ||
      control.hasAttribute("disabled") ||
      !kit.shown(control),
    acts: (control) =>
      !inNote(control) &&
      !leadsToSomebody(control) &&
      ((marks.act !== "" && control.matches(marks.act)) || saysAct(name(control))),
    dialogs: () =>
      [
        ...document.querySelectorAll(
          'dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"], [data-test-modal]',
        ),
      ].filter((dialog) => kit.shown(dialog)),
    heading: (dialog) => kit.clean(dialog.querySelector('h1, h2, h3, [role="heading"]')?.textContent ?? null),
    movers: (which) => {
      const last = kit.rows().at(-1);
      // A page of the list whose last row was withdrawn has none, and still the way back to the page before.
      const follows = (control: Element) =>
        last === undefined ||
        ((last.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
          !last.contains(control));
      const says = (control: Element) =>
        [kit.clean(control.textContent), name(control)].some((text) =>
          moverWords[which].test(text.normalize("NFC")),
        );
      const apart = "aside, footer, header, dialog, [role=dialog], [role=alertdialog]";
      return [...(kit.scope()?.querySelectorAll('button, [role="button"]') ?? [])].filter(
        (control) =>
          says(control) && follows(control) && control.closest(apart) === null && kit.shown(control),
      );
    },
  };
}

import type { Marks } from "../../layouts/marks.ts";
import type { Kit, RowPart } from "../kit.ts";

export function makeParts(kit: Kit, _marks: Marks): Pick<Kit, "parts"> {
  function partOfControl(control: Element, place: string): RowPart {
    return {
      kind: kit.inNote(control) ? "note" : "control",
      text: kit.clean(control.textContent),
      label: control.getAttribute("aria-label"),
      href: control.getAttribute("href"),
      tag: control.tagName.toLowerCase(),
      dead: kit.dead(control),
      act: kit.acts(control),
      place,
      look: "",
    };
  }

  function partOfText(node: Element, place: string, look: string): RowPart {
    return {
      kind: kit.inNote(node) ? "note" : "text",
      text: kit.clean(node.textContent),
      label: null,
      href: null,
      tag: node.closest("time") === null ? node.tagName.toLowerCase() : "time",
      dead: false,
      act: false,
      place,
      look,
    };
  }

  const step = (element: Element, i: number) => `${i}${element.tagName.toLowerCase()}`;

  return {
    parts: (row) => {
      const found: RowPart[] = [];
      const own = new Set(kit.controls(row));
      const isEmpty = (node: Element) =>
        kit.clean(node.textContent) === "" &&
        node.querySelector("img, svg, video, hr, br, a, button") === null;
      const walk = (node: Element, place: string, around: string) => {
        const look = (node.getAttribute("class") ?? "").trim() || around;
        if (own.has(node)) return void found.push(partOfControl(node, place));
        // A box for a note that shows none, or one behind the control, where only notes stand: there may be a note.
        if (isEmpty(node) && (kit.inNote(node) || found.some((part) => part.act)))
          return void found.push({ ...partOfText(node, place, look), kind: "note" });
        if (!kit.shown(node) || /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(node.tagName)) return;
        // A run of text with inline mark-up inside is one text; a box with element children is walked into.
        const direct = [...node.childNodes].some(
          (child) => child.nodeType === 3 && kit.clean(child.textContent) !== "",
        );
        if (direct) {
          found.push(partOfText(node, place, look));
          for (const control of kit.controls(node)) found.push(partOfControl(control, place));
          return;
        }
        for (const [i, child] of [...node.children].entries())
          walk(child, `${place} ${step(child, i)}`, look);
      };
      for (const [i, child] of [...row.children].entries()) walk(child, step(child, i), "");
      return found;
    },
  };
}

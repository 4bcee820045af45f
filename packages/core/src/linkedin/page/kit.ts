/** One text or control of a row, in document order. */
export interface RowPart {
  readonly kind: "text" | "note" | "control";
  /** Text as shown, spaces folded. */
  readonly text: string;
  /** Of a control: its `aria-label`, raw `href` and tag; null elsewhere. */
  readonly label: string | null;
  readonly href: string | null;
  readonly tag: string;
  readonly dead: boolean;
}

export interface Kit {
  main(): Element | null;
  rows(): Element[];
  parts(row: Element): RowPart[];
  /** Open dialogs, native or by role, that are shown. */
  dialogs(): Element[];
  controls(within: Element): Element[];
  name(control: Element): string;
  shown(element: Element): boolean;
  clean(text: string | null): string;
}

/**
 * What our scripts in the page share. Sent to the page as source, so it must be whole in itself. Rows are found by
 * role alone, inside the page's main part and outside what frames it (navigation, aside, footer, dialogs).
 */
export function makeKit(): Kit {
  const pressable = 'a[href], button, [role="button"]';
  const notAList = 'aside, nav, footer, header, dialog, [role="dialog"], [role="alertdialog"]';
  const noteBox = '[data-testid="expandable-text-box"]';
  const clean = (text: string | null) => (text ?? "").replace(/\s+/g, " ").trim();
  const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const main = () =>
    document.querySelector("main#workspace") ??
    document.querySelector("main") ??
    document.querySelector('[role="main"]');

  function rows(): Element[] {
    const within = main();
    if (within === null) return [];
    const items = [...within.querySelectorAll('[role="listitem"], li')].filter(
      (item) => item.closest(notAList) === null && shown(item),
    );
    const all = new Set(items);
    return items.filter((item) => {
      for (let up = item.parentElement; up !== null && up !== within; up = up.parentElement)
        if (all.has(up)) return false;
      return true;
    });
  }

  function controls(within: Element): Element[] {
    return [...within.querySelectorAll(pressable)].filter(
      (control) =>
        control.parentElement?.closest(pressable) == null ||
        !within.contains(control.parentElement.closest(pressable)),
    );
  }

  function partOfControl(control: Element): RowPart {
    const note = control.closest(noteBox) !== null;
    return {
      kind: note ? "note" : "control",
      text: clean(control.textContent),
      label: control.getAttribute("aria-label"),
      href: control.getAttribute("href"),
      tag: control.tagName.toLowerCase(),
      dead:
        control.getAttribute("aria-disabled") === "true" ||
        control.hasAttribute("disabled") ||
        !shown(control),
    };
  }

  function parts(row: Element): RowPart[] {
    const found: RowPart[] = [];
    const own = new Set(controls(row));
    const walk = (node: Element) => {
      if (own.has(node)) return void found.push(partOfControl(node));
      if (!shown(node) || /^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(node.tagName)) return;
      // A run of text with inline mark-up inside is one text; a box with element children is walked into.
      const direct = [...node.childNodes].some(
        (child) => child.nodeType === 3 && clean(child.textContent) !== "",
      );
      if (direct) {
        const kind = node.closest(noteBox) === null ? "text" : "note";
        found.push({
          kind,
          text: clean(node.textContent),
          label: null,
          href: null,
          tag: node.tagName.toLowerCase(),
          dead: false,
        });
        if (controls(node).length === 0) return;
        for (const control of controls(node)) found.push(partOfControl(control));
        return;
      }
      for (const child of node.children) walk(child);
    };
    for (const child of row.children) walk(child);
    return found;
  }

  const dialogs = () =>
    [...document.querySelectorAll('dialog[open], [role="dialog"], [role="alertdialog"]')].filter((dialog) =>
      shown(dialog),
    );
  const name = (control: Element) => clean(control.getAttribute("aria-label") ?? control.textContent);
  return { main, rows, parts, dialogs, controls, name, shown, clean };
}

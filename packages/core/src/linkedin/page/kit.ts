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
  watchClick(control: Element): void;
  notices(): string[];
  clean(text: string | null): string;
}

/**
 * What our scripts in the page share. Sent to the page as source, so it must be whole in itself. Rows are found by
 * role alone, inside the page's main part and outside what frames it (navigation, aside, footer, dialogs).
 */
export function makeKit(): Kit {
  const pressable = 'a[href], button, [role="button"]';
  const item = '[role="listitem"], li';
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
    // Rows share their parents, and asking each row about all its ancestors is what takes time on a long list.
    const lists = new Map<Element | null, boolean>();
    const items = [...within.querySelectorAll(item)];
    const isListed = (parent: Element | null) => {
      const known = lists.get(parent);
      if (known !== undefined) return known;
      let listed = parent !== null && parent.closest(notAList) === null;
      for (let up = parent; listed && up !== null && up !== within; up = up.parentElement) {
        if (up.matches(item)) listed = false;
      }
      lists.set(parent, listed);
      return listed;
    };
    return items.filter((each) => isListed(each.parentElement) && shown(each));
  }

  function controls(within: Element): Element[] {
    return [...within.querySelectorAll(pressable)].filter((control) => {
      for (let up = control.parentElement; up !== null && up !== within; up = up.parentElement) {
        if (up.matches(pressable)) return false;
      }
      return true;
    });
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
  /**
   * Watches the next click, from the outermost place it reaches. A Withdraw control may be a link whose handler is
   * not there yet: then nobody has taken the click by the time it gets here, the browser would follow the link away
   * from the list, and that is stopped and reported.
   */
  function watchClick(control: Element): void {
    // Of two watches the second would see the link stopped by the first, and take that for a handler.
    globalThis.lapseClick?.forget();
    const state: NonNullable<typeof globalThis.lapseClick> = {
      state: "waiting",
      forget: () => globalThis.removeEventListener("click", seen),
    };
    globalThis.lapseClick = state;
    const link = control.closest("a[href]");
    const seen = (event: Event) => {
      state.forget();
      const unhandled = link !== null && !event.defaultPrevented && event.composedPath().includes(link);
      if (unhandled) event.preventDefault();
      state.state = unhandled ? "fell-through" : "handled";
    };
    globalThis.addEventListener("click", seen);
  }

  /** What speaks up: by role anywhere, by its name only outside the list, where a search costs next to nothing. */
  function notices(): string[] {
    const list = main();
    const found = [...document.querySelectorAll('[role="alert"], [role="status"], [aria-live]')];
    const walk = (node: Element) => {
      if (node === list) return;
      if (/toast/i.test(`${node.getAttribute("class") ?? ""} ${node.getAttribute("data-testid") ?? ""}`))
        found.push(node);
      else for (const child of node.children) walk(child);
    };
    if (document.body !== null) walk(document.body);
    return found
      .filter(shown)
      .map((notice) => clean(notice.textContent).slice(0, 200))
      .filter((text) => text !== "");
  }

  return { notices, watchClick, main, rows, parts, dialogs, controls, name, shown, clean };
}

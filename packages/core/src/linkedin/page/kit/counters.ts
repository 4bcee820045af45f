import type { Marks } from "../../layouts/marks.ts";
import type { Kit } from "../kit.ts";

/**
 * The texts that may tell how many are pending: what is marked as the counter; else the one pill or tab with a number
 * in parentheses that the page itself calls current, or that is the only one.
 */
export function makeCounters(kit: Kit, marks: Marks): Pick<Kit, "counters"> {
  const pill = 'a, button, [role="tab"], [role="radio"], [role="button"]';
  const numbered = /[(（][^()（）]*\p{Nd}[^()（）]*[)）]$/u;
  const isCurrent = (element: Element) =>
    ["aria-current", "aria-selected", "aria-pressed", "aria-checked"].some((name) =>
      /^(true|page|step|location)$/.test(element.getAttribute(name) ?? ""),
    );
  const otherList = marks.purpose === "received" ? /\/sent\b/i : /\/received\b/i;
  const elsewhere = (element: Element) =>
    otherList.test(element.getAttribute("href") ?? "") ||
    /\/(catchup|ORGANIZATION|EVENT|GROUP|NEWSLETTER)\b/i.test(element.getAttribute("href") ?? "") ||
    /--(ORGANIZATION|EVENT|GROUP|NEWSLETTER)/i.test(element.id);
  const notHere = "aside, footer, dialog, [role=dialog], [role=alertdialog]";

  /** Everything with a number in parentheses, without entering the rows: there may be thousands. */
  function pills(scope: Element): Element[] {
    const rows = new Set(kit.rows());
    const found: Element[] = [];
    const walk = (node: Element) => {
      if (rows.has(node) || node.matches(notHere)) return;
      if (node.matches(pill)) {
        if (kit.shown(node) && numbered.test(kit.clean(node.textContent)) && !elsewhere(node))
          found.push(node);
        return;
      }
      for (const child of node.children) walk(child);
    };
    walk(scope);
    return found;
  }

  return {
    counters: () => {
      const scope = kit.scope();
      if (scope === null) return [];
      const marked = marks.counter === "" ? [] : [...scope.querySelectorAll(marks.counter)].filter(kit.shown);
      const text = (element: Element) => kit.clean(element.textContent);
      if (marked.length > 0) return marked.map(text);
      const all = pills(scope);
      const current = all.filter(isCurrent);
      if (current.length > 0) return current.map(text);
      return all.length === 1 ? all.map(text) : [];
    },
  };
}

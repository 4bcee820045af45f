import type { Marks } from "../../layouts/marks.ts";
import type { Kit } from "../kit.ts";

/**
 * Rows are found by role, inside the page's main part and outside what frames it. Where no list item holds a control
 * that acts, a row is the largest element around exactly one such control: flat layouts have no roles.
 */
export function makeRows(kit: Kit, _marks: Marks): Pick<Kit, "rows" | "groups"> {
  const item = '[role="listitem"], li';

  function listItems(scope: Element): Element[] {
    // Rows share their parents, and asking each row about all its ancestors is what takes time on a long list.
    const lists = new Map<Element | null, boolean>();
    const isListed = (parent: Element | null) => {
      const known = lists.get(parent);
      if (known !== undefined) return known;
      let listed = parent !== null && !kit.framed(parent);
      for (let up = parent; listed && up !== null && up !== scope; up = up.parentElement) {
        if (up.matches(item)) listed = false;
      }
      lists.set(parent, listed);
      return listed;
    };
    return [...scope.querySelectorAll(item)].filter(
      (each) => isListed(each.parentElement) && kit.shown(each),
    );
  }

  function flatRows(scope: Element): Element[] {
    const acting = kit
      .controls(scope)
      .filter((control) => !kit.framed(control) && kit.acts(control) && kit.shown(control));
    const count = new Map<Element, number>();
    for (const control of acting) {
      for (let up = control.parentElement; up !== null; up = up === scope ? null : up.parentElement)
        count.set(up, (count.get(up) ?? 0) + 1);
    }
    // Of a single row nobody can see where it ends, but by what cannot be part of one.
    const beyond = "nav, header, footer, aside, h1, dialog, iframe, [role=tablist]";
    const grown = (control: Element) => {
      let row = control;
      for (let up = control.parentElement; up !== null && up !== scope; up = up.parentElement) {
        if ((count.get(up) ?? 0) > 1 || (acting.length === 1 && up.querySelector(beyond) !== null)) break;
        row = up;
      }
      return row;
    };
    return acting.map(grown).filter((row, i, all) => all.indexOf(row) === i && !acting.includes(row));
  }

  return {
    rows: () => {
      const scope = kit.scope();
      if (scope === null) return [];
      const items = listItems(scope);
      const acts = (row: Element) => kit.controls(row).some(kit.acts);
      const found = kit.main() === null ? items.filter(acts) : items.some(acts) ? items : [];
      if (found.length > 0) return found;
      const flat = flatRows(scope);
      if (flat.length > 0) return flat;
      if (kit.main() !== null) return items;
      // Without a main part, only a list item with a person and something to press can be meant at all.
      const somebody = 'a[href*="/in/"]';
      return items.filter(
        (row) => row.querySelector(somebody) && row.querySelector('button, [role="button"]'),
      );
    },
    groups: (rows) => {
      const scope = kit.scope();
      const count = new Map<Element, number>();
      const ancestors = (row: Element) => {
        const found: Element[] = [];
        for (let up = row.parentElement; up !== null && up !== scope; up = up.parentElement) found.push(up);
        return found;
      };
      const above = rows.map(ancestors);
      for (const each of above.flat()) count.set(each, (count.get(each) ?? 0) + 1);
      const lists = above.map((each) => each.find((up) => (count.get(up) ?? 0) > 1) ?? null);
      return lists.map((list) => lists.indexOf(list));
    },
  };
}

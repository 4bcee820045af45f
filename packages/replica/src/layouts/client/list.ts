import type { MoreRows } from "../answers.ts";
import type { PageConfig, RowRef } from "../config.ts";
import { fill } from "../strings/table.ts";
import { allHooked, hooked } from "./hooks.ts";

/** A row on the page, by the number that its hooks carry. */
export interface Row {
  readonly key: number;
  readonly ref: RowRef;
  /** Its elements while it is recycled away; null while it is on the page. */
  away: Away | null;
}

export interface Away {
  readonly item: Element;
  readonly rule: Element | null;
}

/** The rows of the Sent tab, those that are out of sight and recycled included. */
export interface List {
  readonly rows: readonly Row[];
  find(key: string): Row | undefined;
  append(more: MoreRows): void;
  /** Other rows in place of these, for a list with pages. */
  replace(more: MoreRows): void;
  remove(profileUrn: string): void;
  countDown(by: number): void;
}

export function listWith(config: PageConfig): List {
  const rows: Row[] = config.rows.map((ref, key) => ({ key, ref, away: null }));
  let counter = config.counter;
  const take = (more: MoreRows) => {
    rows.push(...more.rows.map(({ key, ref }) => ({ key, ref, away: null })));
    const template = document.createElement("template");
    template.innerHTML = more.rows.map(({ html }) => html).join("");
    return template.content;
  };
  return {
    rows,
    find: (key) => rows.find((row) => String(row.key) === key),
    append: (more) => {
      const added = take(more);
      const end = hooked("tail") ?? hooked("end");
      if (end === null) hooked("list")?.append(added);
      else end.before(added);
    },
    replace: (more) => {
      rows.length = 0;
      hooked("list")?.replaceChildren(take(more));
    },
    remove: (profileUrn) => {
      const index = rows.findIndex((row) => row.ref.profileUrn === profileUrn);
      const [row] = index < 0 ? [] : rows.splice(index, 1);
      if (row === undefined) return;
      ruleOf(row)?.remove();
      itemOf(row)?.remove();
    },
    countDown: (by) => {
      if (counter === null || by === 0) return;
      counter -= by;
      const n = new Intl.NumberFormat(config.strings.locale).format(counter);
      const text = fill(config.strings.people, { n });
      for (const element of allHooked("count")) element.textContent = text;
      const labelled = hooked("pill");
      labelled?.setAttribute("aria-label", text);
    },
  };
}

export const itemOf = (row: Row): Element | null => row.away?.item ?? hooked("row", row.key);
export const ruleOf = (row: Row): Element | null =>
  row.away === null ? hooked("rule", row.key) : row.away.rule;

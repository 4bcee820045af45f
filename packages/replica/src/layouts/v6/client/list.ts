import { fill } from "../../strings/table.ts";
import type { PageConfig } from "../config.ts";
import { type RowView, rowMarkup } from "../row.ts";

/** A row on the page: its list item, the line above it, and what its dialog is asked for by. */
export interface Row {
  readonly item: Element;
  readonly rule: Element | null;
  readonly control: HTMLAnchorElement;
  readonly profileUrn: string;
}

/** The rows of the Sent tab, those that are out of sight and recycled included. */
export interface List {
  readonly rows: Row[];
  readonly column: Element;
  append(views: readonly RowView[]): readonly Row[];
  remove(profileUrn: string): void;
  countDown(by: number): void;
}

export function listOn(workspace: Element, config: PageConfig): List | null {
  const column = workspace.querySelector('[data-testid="lazy-column"]');
  if (column === null || config.screen !== "sent") return null;
  const rows: Row[] = [];
  let counter = config.counter;
  const take = (items: readonly Element[], urns: readonly string[]) => {
    const added = items.flatMap((item, i) => rowOf(item, urns[i] ?? ""));
    rows.push(...added);
    return added;
  };
  take([...column.querySelectorAll(":scope > [role=listitem]")], config.profileUrns);
  return {
    rows,
    column,
    append: (views) => {
      const fragment = document.createElement("template");
      fragment.innerHTML = views.map((view) => rowMarkup(view, config.strings)).join("");
      const items = [...fragment.content.querySelectorAll("[role=listitem]")];
      column.lastElementChild?.before(fragment.content);
      return take(
        items,
        views.map((view) => view.profileUrn),
      );
    },
    remove: (profileUrn) => {
      const index = rows.findIndex((row) => row.profileUrn === profileUrn);
      const [row] = index < 0 ? [] : rows.splice(index, 1);
      row?.rule?.remove();
      row?.item.remove();
    },
    countDown: (by) => {
      if (counter === null) return;
      counter -= by;
      const text = workspace.querySelector('a[href$="/sent/CONNECTION/"] span span');
      const n = new Intl.NumberFormat(config.strings.lang).format(counter);
      if (text !== null) text.textContent = fill(config.strings.people, { n });
    },
  };
}

function rowOf(item: Element, profileUrn: string): Row[] {
  const control = item.querySelector<HTMLAnchorElement>('a[componentkey^="auto-component-w"]');
  return control === null ? [] : [{ item, rule: item.previousElementSibling, control, profileUrn }];
}

import type { Kit, RowPart } from "./kit.ts";

export interface RowShape {
  readonly parts: readonly RowPart[];
  /** Which list of the page it stands in: rows with one number share one. */
  readonly group: number;
}

/** Every row that is in the document, in one evaluation: one call costs 13 ms for 1,000 rows, one per field 10 s. */
export function readRows(kit: Kit): RowShape[] {
  const rows = kit.rows();
  const groups = kit.groups(rows);
  return rows.map((row, i) => ({ parts: kit.parts(row), group: groups[i] ?? 0 }));
}

/** How many rows there are: what is asked again and again while a list grows, and must cost little. */
export function glance(kit: Kit): { readonly url: string; readonly rows: number } {
  return { url: location.href, rows: kit.rows().length };
}

/** Enough of the list to compare it with itself a moment later. */
export interface RollCall {
  readonly url: string;
  /** One for each row. */
  readonly rows: readonly RolledRow[];
  readonly counters: readonly string[];
  readonly dialogs: number;
  readonly captcha: boolean;
  /** Texts of what speaks up on a page: toasts, alerts, statuses. */
  readonly notices: readonly string[];
}

export interface RolledRow {
  /** Where its links lead and what its controls are called, a line each: `href|name`. */
  readonly key: string;
  /** Whether one of its controls acts. */
  readonly acts: boolean;
}

export function callRoll(kit: Kit): RollCall {
  const rolled = (row: Element): RolledRow => {
    const controls = kit.controls(row).filter((control) => !kit.inNote(control));
    const line = (control: Element) => `${control.getAttribute("href") ?? ""}|${kit.name(control)}`;
    return { key: controls.map(line).join("\n"), acts: controls.some(kit.acts) };
  };
  return {
    url: location.href,
    rows: kit.rows().map(rolled),
    counters: kit.counters(),
    dialogs: kit.dialogs().length,
    captcha: kit.captcha(),
    notices: kit.notices(),
  };
}

import { type ProfileAddress, sameAddress } from "../../invitation/profile.ts";
import { comparable } from "../../plan/text.ts";
import type { DataEntry } from "./island.ts";
import type { Row } from "./row.ts";

/** The trouble of a row that only its structure speaks for. */
export const notVouchedFor =
  "its control is in a language that is not known, and the page's data do not say what it does";

/** A row and what the page's own data say of the same invitation. */
export interface Joined {
  readonly row: Row;
  readonly entry: DataEntry | null;
  readonly trouble: string | null;
}

/**
 * Finds for each row its entry in the page's data. First by address; then, between two rows that were found so, by
 * position: data and page have the same order, so a gap of as many rows as entries, with the same names, is told
 * apart as well (a person without a link, a renamed profile). What stays in doubt has trouble, and is kept.
 */
export function joinRows(rows: readonly Row[], entries: readonly DataEntry[]): Joined[] {
  const matched = new Map<number, number>();
  const trouble = new Map<number, string>();
  rows.forEach((row, i) => {
    const own = entries.flatMap((entry, e) => (shares(row.addresses, entry.addresses) ? [e] : []));
    const sameRows = rows.filter((other) => shares(other.addresses, row.addresses)).length;
    if (sameRows > 1) trouble.set(i, "two rows lead to the same profile");
    else if (own.length > 1) trouble.set(i, "the page's data hold two invitations to this profile");
    else if (own[0] !== undefined) matched.set(i, own[0]);
  });
  // The same person by two forms of address: neither row is known to be the one.
  const claimed = [...matched.values()];
  for (const [i, e] of matched)
    if (claimed.indexOf(e) !== claimed.lastIndexOf(e)) trouble.set(i, "two rows lead to the same profile");
  fillGaps(rows, entries, matched, trouble);
  return rows.map((row, i) => {
    const at = matched.get(i);
    const entry = at === undefined ? null : (entries[at] ?? null);
    return {
      row,
      entry,
      trouble:
        row.trouble ?? trouble.get(i) ?? (entry === null ? alone(row, rows) : disagreement(row, entry)),
    };
  });
}

function fillGaps(
  rows: readonly Row[],
  entries: readonly DataEntry[],
  matched: Map<number, number>,
  trouble: Map<number, string>,
): void {
  const taken = new Set(matched.values());
  const anchors = [
    [-1, -1] as const,
    ...[...matched].sort((a, b) => a[0] - b[0]),
    [rows.length, entries.length] as const,
  ];
  for (let k = 1; k < anchors.length; k++) {
    const [rowFrom, entryFrom] = anchors[k - 1] ?? [0, 0];
    const [rowTo, entryTo] = anchors[k] ?? [0, 0];
    const freeRows = range(rowFrom + 1, rowTo).filter((i) => !trouble.has(i));
    const free = range(entryFrom + 1, entryTo).filter((e) => !taken.has(e));
    if (freeRows.length === 0 || free.length === 0) continue;
    const fits =
      freeRows.length === free.length &&
      freeRows.length === rowTo - rowFrom - 1 &&
      freeRows.every(
        (i, n) => comparable(rows[i]?.name ?? "") === comparable(entries[free[n] ?? -1]?.name ?? " "),
      );
    freeRows.forEach((i, n) => {
      const e = free[n];
      if (fits && e !== undefined) matched.set(i, e);
      else trouble.set(i, "the row and the page's own data cannot be matched");
    });
  }
}

/** A row and its entry must tell of the same person, where both say. */
function disagreement(row: Row, entry: DataEntry): string | null {
  if (row.byStructure && !entry.withdrawable) return notVouchedFor;
  if (entry.name !== "" && comparable(entry.name) !== comparable(row.name))
    return "the row and the page's own data name different people";
  if (row.addresses.length > 0 && entry.addresses.length > 0 && !shares(row.addresses, entry.addresses)) {
    return "the row and the page's own data give different profile addresses";
  }
  return null;
}

/** Without an entry, only a profile link of its own tells a row from the others. */
function alone(row: Row, rows: readonly Row[]): string | null {
  if (row.byStructure) return notVouchedFor;
  if (row.addresses.length > 0) return null;
  const namesakes = rows.filter((other) => comparable(other.name) === comparable(row.name)).length;
  return namesakes > 1
    ? "it cannot be told from another invitation of the same name"
    : "it has neither an id nor a profile link";
}

function shares(a: readonly ProfileAddress[], b: readonly ProfileAddress[]): boolean {
  return a.some((one) => b.some((other) => sameAddress(one, other)));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

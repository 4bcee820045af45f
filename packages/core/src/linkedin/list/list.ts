import type { Clocks } from "../../invitation/clock.ts";
import type { Invitation } from "../../invitation/invitation.ts";
import { type ProfileAddress, sameAddress } from "../../invitation/profile.ts";
import type { Target } from "../page/aim.ts";
import type { RowShape } from "../page/rows.ts";
import { ageColumn, ageOfRow } from "./ages.ts";
import type { DataEntry } from "./island.ts";
import { joinRows } from "./join.ts";
import { type ListKind, sentList } from "./listKind.ts";
import { withOrder } from "./order.ts";
import { invitationRows, type Row } from "./row.ts";

/** An invitation together with where its row is; the two are made in one reading and never apart. */
export interface Listed {
  readonly invitation: Invitation;
  /** What to press; null where the row has no control that is certain. */
  readonly target: Target | null;
  readonly entry: DataEntry | null;
  /** On which page of the list, from 0. */
  readonly page: number;
}

/** A row as the page shows it, and on which page of the list. */
export interface PagedShape extends RowShape {
  readonly page: number;
}

export interface Understood {
  /** All rows that are invitations, in the page's order, a row that is shown twice once. */
  readonly listed: readonly Listed[];
  /** List items that are neither an invitation nor a suggestion. */
  readonly furniture: number;
}

/** Makes one list of what the page shows and what its data say. `language` is the page's own. */
export function understand(
  shapes: readonly PagedShape[],
  entries: readonly DataEntry[],
  clocks: Clocks,
  language?: string,
  list: ListKind = sentList,
): Understood {
  const pages = [...new Set(shapes.map((shape) => shape.page))].map((page) => ({
    page,
    found: invitationRows(
      shapes.filter((shape) => shape.page === page),
      list,
    ),
  }));
  const once = onceEach(pages.flatMap(({ page, found }) => found.rows.map((row) => ({ row, page }))));
  const rows = once.map(({ row }) => row);
  const column = ageColumn(rows, language);
  // Everybody has a headline on LinkedIn, if only "--": where nobody shows one, they are hidden from us.
  const headless = rows.length > 0 && rows.every((row) => row.headline === "");
  const twins = counted(rows.map(placeOf));
  const listed = joinRows(rows, entries).map(({ row, entry, trouble }, i): Listed => {
    // Data that the row contradicts may be somebody else's: their id and time are not said to be this one's.
    const id = trouble !== null && row.trouble === null ? null : (entry?.id ?? null);
    const reading = ageOfRow(row, id, clocks, column);
    const alike =
      (twins.get(placeOf(row)) ?? 0) > 1 ? "its row cannot be told from another on the page" : null;
    const invitation: Invitation = {
      id,
      profile: row.profile,
      name: row.name,
      sentAt: reading.kind === "exact" ? new Date(reading.sentAt).toISOString() : null,
      direction: list.direction,
      headline: headless ? null : row.headline,
      addresses: union(row.addresses, entry?.addresses ?? []),
      label: row.label,
      hasNote: row.hasNote || entry?.hasNote === true,
      age: reading.kind === "unknown" ? null : reading.age,
      trouble: trouble ?? alike ?? (reading.kind === "unknown" ? reading.why : null),
      ...(isPerson(row, entry) ? {} : { person: false }),
    };
    return { invitation, target: targetOf(row), entry, page: once[i]?.page ?? 0 };
  });
  return {
    listed: withOrder(listed),
    furniture: pages.reduce((sum, { found }) => sum + found.furniture, 0),
  };
}

function targetOf(row: Row): Target | null {
  return row.control === null ? null : { profileHref: row.profileHref, label: row.control, name: row.name };
}

/**
 * Pages, events, groups and newsletters are told by where they lead or by the page's data; who was invited by e-mail,
 * and who has left LinkedIn since, by having no link and the name that is shown for them (linkedin/README.md §6).
 */
function isPerson(row: Row, entry: DataEntry | null): boolean {
  if (!row.person || entry?.person === false) return false;
  return row.profile !== null || !/@|linkedin/i.test(row.name);
}

/** By what a row is found again on the page. */
function placeOf(row: Row): string {
  return JSON.stringify([row.profileHref, row.control]);
}

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** The same row twice (a list that was drawn again while it grew) is one invitation. */
function onceEach<T extends { readonly row: Row }>(rows: readonly T[]): T[] {
  const seen = new Set<string>();
  return rows.filter(({ row }) => {
    if (row.addresses.length === 0) return true;
    const key = JSON.stringify([row.profileHref, row.control, row.name, row.headline, row.label]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function union(a: readonly ProfileAddress[], b: readonly ProfileAddress[]): ProfileAddress[] {
  return [...a, ...b.filter((other) => !a.some((one) => sameAddress(one, other)))];
}

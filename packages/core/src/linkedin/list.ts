import { readAge } from "../invitation/age.ts";
import type { Clocks } from "../invitation/clock.ts";
import { sentAtOfId } from "../invitation/id.ts";
import type { Invitation } from "../invitation/invitation.ts";
import { type ProfileAddress, sameAddress } from "../invitation/profile.ts";
import type { DataEntry } from "./island.ts";
import { type Joined, joinRows } from "./join.ts";
import type { Target } from "./page/aim.ts";
import type { RowShape } from "./page/rows.ts";
import { invitationRows, type Row } from "./row.ts";

/** An invitation together with where its row is; the two are made in one reading and never apart. */
export interface Listed {
  readonly invitation: Invitation;
  /** What to press; null where the row has no control that is certain. */
  readonly target: Target | null;
  readonly entry: DataEntry | null;
}

/** All rows of one reading, in the page's order, a row that is shown twice once. `language` is the page's own. */
export function understand(
  shapes: readonly RowShape[],
  entries: readonly DataEntry[],
  clocks: Clocks,
  language?: string,
): Listed[] {
  const rows = onceEach(invitationRows(shapes));
  const listed = joinRows(rows, entries).map((joined) =>
    listedFrom(joined, clocks, joined.row, rows, language),
  );
  return withOrder(listed);
}

function listedFrom(
  joined: Joined,
  clocks: Clocks,
  row: Row,
  rows: readonly Row[],
  language?: string,
): Listed {
  const { entry } = joined;
  const reading = readAge(entry?.id ?? null, row.label, clocks, language);
  const twins = rows.filter(
    (other) => other.profileHref === row.profileHref && other.control === row.control,
  ).length;
  const trouble =
    joined.trouble ??
    (twins > 1 ? "its row cannot be told from another on the page" : null) ??
    (reading.kind === "unknown" ? reading.why : null);
  const invitation: Invitation = {
    id: entry?.id ?? null,
    profile: row.profile,
    name: row.name,
    sentAt: reading.kind === "exact" ? new Date(reading.sentAt).toISOString() : null,
    direction: "sent",
    headline: row.headline,
    addresses: union(row.addresses, entry?.addresses ?? []),
    label: row.label,
    hasNote: row.hasNote,
    age: reading.kind === "unknown" ? null : reading.age,
    trouble,
  };
  const target =
    row.control === null ? null : { profileHref: row.profileHref, label: row.control, name: row.name };
  return { invitation, target, entry };
}

/** The same row twice (a list that was drawn again while it grew) is one invitation. */
function onceEach(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    if (row.addresses.length === 0) return true;
    const key = JSON.stringify([row.profileHref, row.control, row.name, row.headline, row.label]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Newest first is how the page is ordered [V]. A row that is certainly older than one further down contradicts it:
 * its age is not believed.
 */
function withOrder(listed: readonly Listed[]): Listed[] {
  let least = Number.POSITIVE_INFINITY;
  return [...listed]
    .reverse()
    .map((item) => {
      const { age } = item.invitation;
      if (age === null) return item;
      // Exact times come from ids, and ids that do not fall speak against the whole list: see idsFall.
      const guessed = item.invitation.sentAt === null;
      const contradicts = item.invitation.trouble === null && guessed && age.atLeast > least;
      if (item.invitation.trouble === null && !contradicts) least = Math.min(least, age.atMost ?? least);
      return contradicts ? { ...item, invitation: distrusted(item.invitation) } : item;
    })
    .reverse();
}

function distrusted(invitation: Invitation): Invitation {
  return { ...invitation, age: null, sentAt: null, trouble: "its age contradicts the order of the list" };
}

/** Whether the ids of the rows that are understood fall strictly from top to bottom, as the page's do [V]. */
export function idsFall(listed: readonly Listed[]): boolean {
  const ids = listed
    .filter((item) => item.invitation.trouble === null && item.invitation.id !== null)
    .map((item) => sentAtOfId(item.invitation.id ?? "") ?? 0);
  return ids.every((id, i) => i === 0 || id <= (ids[i - 1] ?? id));
}

function union(a: readonly ProfileAddress[], b: readonly ProfileAddress[]): ProfileAddress[] {
  return [...a, ...b.filter((other) => !a.some((one) => sameAddress(one, other)))];
}

import type { Random } from "../people/random.ts";
import { dayMs } from "./age.ts";
import { idsFor } from "./snowflake.ts";

/** What somebody else invites the member to: a connection, or to follow, attend, join or subscribe. */
export type ReceivedKind = "person" | "event" | "company" | "newsletter" | "group";

/** An invitation that somebody else sent to the member. Give `ageMs` (against the replica's clock) or `sentAt`. */
export interface ReceivedSpec {
  /** Of the person; for the other kinds, of the event, page, newsletter or group. */
  readonly name: string;
  /** The part after `/in/`, `/events/` and so on, decoded. */
  readonly slug: string;
  readonly headline?: string;
  /** Default: two days, three weeks, two months and so on, by the position in the list. */
  readonly ageMs?: number;
  /** Milliseconds since 1970. */
  readonly sentAt?: number;
  /** Instead of the id that follows from the time. */
  readonly id?: string;
  /** Instead of the label that follows from the time; "" prints none. */
  readonly label?: string;
  readonly kind?: ReceivedKind;
  readonly note?: string;
}

export interface ReceivedInvitation {
  /** A snowflake, as on the sent side [inferred]. */
  readonly id: string;
  readonly sentAt: number;
  readonly name: string;
  readonly slug: string;
  readonly headline: string;
  readonly label: string | null;
  readonly kind: ReceivedKind;
  readonly note: string | null;
  /** `ACoAA…` of the person who invites; the reference of the row here. */
  readonly profileUrn: string;
}

export const receivedByDefault: readonly ReceivedSpec[] = [
  { name: "Otto Stranger", slug: "otto-stranger", headline: "Growth at Notional Ltd" },
  { name: "Petra Unknown", slug: "petra-unknown", headline: "Recruiter" },
  { name: "Ravi Passerby", slug: "ravi-passerby", headline: "Student" },
];

const agesByDefault = [2 * dayMs, 23 * dayMs, 64 * dayMs] as const;

/** The specs as the site would hold them: newest first, each with an id that fits its time. */
export function receivedFrom(
  specs: readonly ReceivedSpec[],
  now: number,
  random: Random,
): ReceivedInvitation[] {
  const timed = specs.map((spec, index) => ({ spec, sentAt: spec.sentAt ?? now - ageOf(spec, index) }));
  timed.sort((a, b) => b.sentAt - a.sentAt);
  const ids = idsFor(
    timed.map(({ sentAt }) => sentAt),
    random.next,
  );
  return timed.map(({ spec, sentAt }, index) => ({
    id: spec.id ?? ids[index] ?? "",
    sentAt,
    name: spec.name,
    slug: spec.slug,
    headline: spec.headline ?? "",
    label: spec.label ?? null,
    kind: spec.kind ?? "person",
    note: spec.note ?? null,
    profileUrn: `ACoAA${random.text(34)}`,
  }));
}

const ageOf = (spec: ReceivedSpec, index: number) =>
  spec.ageMs ?? agesByDefault[index] ?? (index + 1) * 30 * dayMs;

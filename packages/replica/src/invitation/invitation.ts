import type { Random } from "../people/random.ts";
import { idsFor } from "./snowflake.ts";

/** Whom the invitation went to. Everything but a person is what evidence §6 says may turn up in the list. */
export type InvitationKind =
  | "person"
  | "sales-lead"
  | "company"
  | "school"
  | "group"
  | "event"
  | "newsletter";

/** One invitation as a test or the demo asks for it. Give `ageMs` (against the replica's clock) or `sentAt`. */
export interface InvitationSpec {
  readonly name: string;
  /** The part after `/in/`, decoded; null for a row without a profile link ("LinkedIn Member", e-mail). */
  readonly slug: string | null;
  readonly ageMs?: number;
  /** Milliseconds since 1970. */
  readonly sentAt?: number;
  readonly headline?: string;
  readonly note?: string;
  /** Instead of the id that follows from the time, e.g. one that disagrees with the label. */
  readonly id?: string;
  /** Instead of the label that follows from the time; "" prints none. */
  readonly label?: string;
  /** The slug in the page's data, where the person renamed it after the row's link was made. */
  readonly vanityInData?: string;
  readonly kind?: InvitationKind;
}

export interface Invitation {
  readonly id: string;
  readonly sentAt: number;
  readonly name: string;
  readonly slug: string | null;
  readonly headline: string;
  readonly note: string | null;
  readonly label: string | null;
  readonly vanityInData: string;
  readonly kind: InvitationKind;
  /** `ACoAA…`: LinkedIn's opaque member reference, unique to the row here. */
  readonly profileUrn: string;
  /** The row's card reference in the payload, `auto-component-…`. */
  readonly cardKey: string;
}

/** The specs as the site would hold them: newest first, each with an id that fits its time. */
export function invitationsFrom(specs: readonly InvitationSpec[], now: number, random: Random): Invitation[] {
  const timed = specs.map((spec) => ({ spec, sentAt: spec.sentAt ?? now - (spec.ageMs ?? 0) }));
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
    note: spec.note ?? null,
    label: spec.label ?? null,
    vanityInData: spec.vanityInData ?? spec.slug ?? "",
    kind: spec.kind ?? "person",
    profileUrn: `ACoAA${random.text(34)}`,
    cardKey: `auto-component-07c4dce6-0000-4000-8000-${random.text(12, "0123456789abcdef")}`,
  }));
}

import type { Random } from "../people/random.ts";
import { type InvitationKind, kindFor, kinds } from "./kinds.ts";
import { idsFor } from "./snowflake.ts";

export type { InvitationKind };

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
  /** Default: a person; without a slug an address is an e-mail contact and "LinkedIn Member" a deleted member. */
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
  /** `ACoAA…`, LinkedIn's opaque member reference, or that of the page, event, address; unique to the row here. */
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
    kind: kindOf(spec),
    profileUrn: referenceFor(kindOf(spec), random),
    cardKey: `auto-component-07c4dce6-0000-4000-8000-${random.text(12, "0123456789abcdef")}`,
  }));
}

const kindOf = ({ kind, name, slug }: InvitationSpec): InvitationKind => kind ?? kindFor(name, slug);

function referenceFor(kind: InvitationKind, random: Random): string {
  const { entity } = kinds[kind];
  if (entity !== null) return `${entity[1]}:${random.text(9, "123456789")}`;
  return kind === "email" ? `urn:li:emailInvitee:${random.text(12)}` : `ACoAA${random.text(34)}`;
}

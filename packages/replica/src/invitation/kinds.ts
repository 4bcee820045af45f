/**
 * Whom an invitation went to. Everything but a person is what evidence §6 says may turn up in the list: a contact
 * by e-mail (its name is the address) and a member who left ("LinkedIn Member") have no page to link to.
 */
export type InvitationKind =
  | "person"
  | "sales-lead"
  | "company"
  | "school"
  | "group"
  | "event"
  | "newsletter"
  | "email"
  | "deleted";

interface KindFacts {
  /** In front of the slug in a link; null where nothing is linked. */
  readonly path: string | null;
  /** `GenericInvitationType_…` of a request, and its number in the list. Only CONNECTION is seen, 1; the rest is inferred. */
  readonly type: string;
  readonly number: number;
  /** The key and the namespace of the entity's reference in place of a profile's [inferred]; null for members. */
  readonly entity: readonly [key: string, urn: string] | null;
}

const connection = { type: "CONNECTION", number: 1, entity: null } as const;

export const kinds: Readonly<Record<InvitationKind, KindFacts>> = {
  person: { ...connection, path: "in" },
  "sales-lead": { ...connection, path: "sales/lead" },
  deleted: { ...connection, path: null },
  email: { ...connection, path: null },
  company: {
    path: "company",
    type: "ORGANIZATION",
    number: 2,
    entity: ["companyUrn", "urn:li:fsd_company"],
  },
  school: { path: "school", type: "ORGANIZATION", number: 2, entity: ["schoolUrn", "urn:li:fsd_school"] },
  event: {
    path: "events",
    type: "EVENT",
    number: 3,
    entity: ["eventUrn", "urn:li:fsd_professionalEvent"],
  },
  group: { path: "groups", type: "GROUP", number: 4, entity: ["groupUrn", "urn:li:fsd_group"] },
  newsletter: {
    path: "newsletters",
    type: "CONTENT_SERIES",
    number: 5,
    entity: ["contentSeriesUrn", "urn:li:fsd_contentSeries"],
  },
};

/** The address of the entity's page below the origin; null where there is none. */
export function pathOf(kind: InvitationKind, slug: string | null): string | null {
  const { path } = kinds[kind];
  return slug === null || path === null ? null : `/${path}/${encodeURIComponent(slug)}/`;
}

/** What a row without a word about its kind is, by its name alone when nothing is linked. */
export function kindFor(name: string, slug: string | null): InvitationKind {
  if (slug !== null) return "person";
  if (/^\S+@\S+$/.test(name)) return "email";
  return name === "LinkedIn Member" ? "deleted" : "person";
}

import { type ProfileAddress, profileAddressOnPage, sameAddress } from "../../invitation/profile.ts";
import { comparable } from "../../plan/text.ts";
import type { DataEntry } from "../list/island.ts";
import type { ProfileShape } from "../page/profile.ts";
import type { PersonInData } from "./data.ts";

/** Whose page it is, proved by the page itself. */
export interface PagePerson {
  readonly name: string;
  /** Every address that the page proves to be theirs, the one that was asked for first. */
  readonly addresses: readonly ProfileAddress[];
  /** The one invitation that the page's data hold for them; null where they hold none. */
  readonly entry: DataEntry | null;
}

export type Whose =
  | { readonly kind: "person"; readonly person: PagePerson }
  | { readonly kind: "refused"; readonly why: string };

export interface WhoseInput {
  readonly asked: ProfileAddress;
  readonly shape: ProfileShape;
  readonly people: readonly PersonInData[];
  readonly entries: readonly DataEntry[];
}

/**
 * Whose page this is: the main heading has the name, the address the slug, the data both. What they say must agree.
 * A page that answers under another slug than the one asked for counts only where its data say that both are one
 * person's.
 */
export function whosePage({ asked, shape, people, entries }: WhoseInput): Whose {
  const shown = profileAddressOnPage(shape.url);
  if (shown === null) return refused("LinkedIn showed another page instead of the profile");
  const name = nameOn(shape, people, shown);
  if (name === null) return refused("the page does not say whose profile it is");
  const elsewhere = shape.linked.map(profileAddressOnPage).filter((address) => address !== null);
  const own = ownIn(people, shown, name, elsewhere);
  if (own === "another") return refused("the page's heading and its data name different people");
  const addresses = distinct([shown, ...(own?.addresses ?? [])]);
  if (!addresses.some((address) => sameAddress(address, asked)))
    return refused(
      `LinkedIn leads from there to ${path(shown)} (${name}), and nothing on it says that this is the same person`,
    );
  const found = entries.filter((entry) => entry.withdrawable && shares(entry.addresses, addresses));
  const [entry, second] = found;
  if (second !== undefined) return refused("the page's data hold two invitations to this profile");
  if (entry !== undefined && entry.name !== "" && comparable(entry.name) !== comparable(name))
    return refused("the page's heading and its data name different people");
  const all = distinct([asked, ...addresses, ...(entry?.addresses ?? [])]);
  return { kind: "person", person: { name, addresses: all, entry: entry ?? null } };
}

/** The one main heading; without any, the page's title, where the data say the same name. */
function nameOn(
  { headings, title }: ProfileShape,
  people: readonly PersonInData[],
  shown: ProfileAddress,
): string | null {
  const [heading, second] = [...new Set(headings.filter((text) => text !== ""))];
  if (heading !== undefined) return second === undefined ? heading : null;
  const titled = title.replace(/^\(\d+\+?\)\s*/, "").replace(/\s*\|\s*LinkedIn\s*$/i, "");
  const said = people.some(
    (each) => shares(each.addresses, [shown]) && comparable(each.name) === comparable(titled),
  );
  return said && titled !== "" ? titled : null;
}

/**
 * What the data say of the page's person: who has the address; or else, as the slug in the data can be newer than the
 * one in the address, the only one who has the name and is nobody to whom the page merely links.
 */
function ownIn(
  people: readonly PersonInData[],
  shown: ProfileAddress,
  name: string,
  elsewhere: readonly ProfileAddress[],
): PersonInData | "another" | null {
  const named = (person: PersonInData) => comparable(person.name) === comparable(name);
  const here = people.filter((person) => shares(person.addresses, [shown]));
  if (here.length > 0) {
    if (here.some((person) => person.name !== "" && !named(person))) return "another";
    return { name, addresses: here.flatMap((person) => person.addresses) };
  }
  const namesakes = people.filter((person) => named(person) && !shares(person.addresses, elsewhere));
  return namesakes.length === 1 ? (namesakes[0] ?? null) : null;
}

function refused(why: string): Whose {
  return { kind: "refused", why };
}

function path({ key }: ProfileAddress): string {
  return `/in/${key}`;
}

export function shares(a: readonly ProfileAddress[], b: readonly ProfileAddress[]): boolean {
  return a.some((one) => b.some((other) => sameAddress(one, other)));
}

function distinct(addresses: readonly ProfileAddress[]): ProfileAddress[] {
  return addresses.filter((each, i) => addresses.findIndex((other) => sameAddress(each, other)) === i);
}

import { addressOfSlug, type ProfileAddress } from "../../invitation/profile.ts";
import { closingBrace, joinedPushes, unescaped } from "../list/island.ts";

/** A person as a profile's own data name them. */
export interface PersonInData {
  /** The readable slug, and the member key where the data have one. */
  readonly addresses: readonly ProfileAddress[];
  /** First and last name, joined; empty where the data have none. */
  readonly name: string;
}

/** How far around a slug its object may reach, in characters. */
const reach = 3_000;
const slug = /"publicIdentifier"\s*:\s*"([^"\\]{1,200})"/g;

/** Everybody whom the page's data name by `publicIdentifier`, once for each slug and name. */
export function peopleInData(scripts: readonly string[]): PersonInData[] {
  const found = new Map<string, PersonInData>();
  for (const text of [joinedPushes(scripts), ...scripts]) {
    if (!text.includes("publicIdentifier")) continue;
    const plain = unescaped(text, "publicIdentifier");
    for (const match of plain.matchAll(slug)) {
      const person = personOf(objectAround(plain, match.index), match[1] ?? "");
      const key = JSON.stringify(person);
      if (person.addresses.length > 0) found.set(key, person);
    }
  }
  return [...found.values()];
}

function personOf(object: Record<string, unknown>, publicIdentifier: string): PersonInData {
  const text = (key: string) => (typeof object[key] === "string" ? object[key] : "");
  const key = text("profileUrn").split(":").at(-1) ?? "";
  return {
    addresses: [publicIdentifier, key].map(addressOfSlug).filter((address) => address !== null),
    name: `${text("firstName")} ${text("lastName")}`.trim(),
  };
}

/** The smallest object around a place that has the slug for its own; empty where it cannot be read. */
function objectAround(text: string, at: number): Record<string, unknown> {
  const floor = Math.max(0, at - reach);
  for (let open = text.lastIndexOf("{", at); open >= floor; open = text.lastIndexOf("{", open - 1)) {
    const close = closingBrace(text, open);
    // A brace inside a name opens nothing: what cannot be read is no object, and the next one outwards is tried.
    const object = close < at ? null : parsed(text.slice(open, close + 1));
    if (object !== null && "publicIdentifier" in object) return object;
    if (open === 0) break;
  }
  return {};
}

function parsed(source: string): Record<string, unknown> | null {
  try {
    return JSON.parse(source) as Record<string, unknown>;
  } catch {
    return null;
  }
}

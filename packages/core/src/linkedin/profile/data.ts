import { addressOfSlug, type ProfileAddress } from "../../invitation/profile.ts";
import { joinedPushes } from "../island.ts";

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
    const plain = text.replace(/\\+"/g, '"');
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

/** The smallest object around a place, as far as it can be read; empty where it cannot. */
function objectAround(text: string, at: number): Record<string, unknown> {
  const open = openingBrace(text, at);
  for (let close = text.indexOf("}", at); open >= 0 && close >= 0; close = text.indexOf("}", close + 1)) {
    if (close - open > 2 * reach) break;
    try {
      return JSON.parse(text.slice(open, close + 1)) as Record<string, unknown>;
    } catch {
      // It ends further on.
    }
  }
  return {};
}

/** Where the object opens that holds this place, not one that closed before it. */
function openingBrace(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i >= Math.max(0, at - reach); i--) {
    if (text[i] === "}") depth++;
    else if (text[i] === "{" && depth-- === 0) return i;
  }
  return -1;
}

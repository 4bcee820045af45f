import { type InvitationRef, invitationKey } from "../invitation/invitation.ts";
import { profilePath } from "../invitation/profile.ts";
import { count } from "../wording/count.ts";
import { shortened } from "../wording/printable.ts";
import type { Block, Heading, Row } from "./content.ts";

/** Of an invitation; what is longer than this makes no address that every mail program takes. */
const longestKey = 500;

export interface Person {
  readonly ref: InvitationRef;
  /** What the list is divided by, e.g. a day. */
  readonly heading: Heading;
  readonly reason: string;
  /** What stands beside the name: the way to their profile, one to keep them, or both. */
  readonly links: readonly ("profile" | "keep")[];
}

export interface Listed {
  readonly blocks: readonly Block[];
  /** How many of the people found room; they are the first ones. */
  readonly shown: number;
  /** What they take of the room, in bytes, at most. */
  readonly bytes: number;
}

/**
 * Lists people under their headings within `bytes` of HTML, which is why it estimates what each will take: mail
 * programs cut a message at about 100 KB, and with it whatever stands at its end.
 * @param keepBytes how long the address of a keep link is, without what the invitation's key adds to it
 */
export function listPeople(people: readonly Person[], bytes: number, keepBytes = 0): Listed {
  const groups: { heading: Heading; rows: Row[] }[] = [];
  let taken = 0;
  let shown = 0;
  for (const person of people) {
    const { heading } = person;
    const row = rowOf(person);
    const opens = groups.at(-1)?.heading.title !== heading.title;
    const weight = weightOf(row, keepBytes) + (opens ? 400 + heading.title.length + heading.note.length : 0);
    if (taken + weight > bytes) break;
    if (opens) groups.push({ heading, rows: [] });
    groups.at(-1)?.rows.push(row);
    taken += weight;
    shown += 1;
  }
  const blocks: Block[] = groups.map((group) => ({ kind: "people", ...group }));
  if (shown < people.length) blocks.push({ kind: "more", count: people.length - shown });
  return { blocks, shown, bytes: taken };
}

/** "and 30 more, on your dashboard". */
export function moreInWords(n: number): string {
  return `and ${count(n, "more", "more")}, on your dashboard`;
}

function rowOf({ ref, reason, links }: Person): Row {
  const found = links.includes("keep") ? invitationKey(ref) : null;
  const key = found === null || found.length > longestKey ? null : found;
  return {
    name: shortened(plainName(ref.name), 80) || "Somebody without a name",
    link: links.includes("profile") ? profileLink(ref.profile) : null,
    reason: shortened(plainName(reason), 200),
    ...(key === null ? {} : { keep: key }),
  };
}

/** Without controls and direction overrides; joiners stay, names are spelled with them. */
function plainName(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .trim();
}

function profileLink(profile: string | null): string | null {
  const slug = profile === null ? undefined : profilePath(profile)?.slice("/in/".length);
  if (slug === undefined) return null;
  const link = `https://www.linkedin.com/in/${encodeURIComponent(slug.toWellFormed())}`;
  return link.length > 300 ? null : link;
}

/** At most what it takes in HTML, in bytes: the tags, the links, and the text with the longest escapes. */
function weightOf({ name, link, reason, keep }: Row, keepBytes: number): number {
  const tags = 35 + (link === null ? 0 : 15) + (reason === "" ? 0 : 30);
  // The key stands there in base 64, four characters for three bytes.
  const kept = keep === undefined ? 0 : 20 + keepBytes + 4 * Math.ceil(bytesOf(keep) / 3);
  return tags + kept + bytesOf(name) + bytesOf(link ?? "") + bytesOf(reason);
}

function bytesOf(text: string): number {
  return [...text].reduce((sum, char) => sum + charBytes(char), 0);
}

function charBytes(char: string): number {
  if (/[&<>"']/.test(char)) return 6;
  if (char < "\u0080") return 1;
  return char < "\u0800" ? 2 : char.length === 1 ? 3 : 4;
}

import type { InvitationRef } from "../invitation/invitation.ts";
import { profilePath } from "../invitation/profile.ts";
import { count } from "../wording/count.ts";
import { shortened } from "../wording/printable.ts";
import type { Block, Heading, Row } from "./content.ts";

export interface Person {
  readonly ref: InvitationRef;
  /** What the list is divided by, e.g. a day. */
  readonly heading: Heading;
  readonly reason: string;
}

export interface Listed {
  readonly blocks: readonly Block[];
  /** How many of the people found room; they are the first ones. */
  readonly shown: number;
}

/**
 * Lists people under their headings within `bytes` of HTML, which is why it estimates what each will take: mail
 * programs cut a message at about 100 KB, and with it whatever stands at its end.
 */
export function listPeople(people: readonly Person[], bytes: number): Listed {
  const groups: { heading: Heading; rows: Row[] }[] = [];
  let left = bytes;
  let shown = 0;
  for (const { ref, heading, reason } of people) {
    const row = rowOf(ref, reason);
    const opens = groups.at(-1)?.heading.title !== heading.title;
    left -= weight(row) + (opens ? 400 + heading.title.length + heading.note.length : 0);
    if (left < 0) break;
    if (opens) groups.push({ heading, rows: [] });
    groups.at(-1)?.rows.push(row);
    shown += 1;
  }
  const blocks: Block[] = groups.map((group) => ({ kind: "people", ...group }));
  if (shown < people.length) blocks.push({ kind: "more", count: people.length - shown });
  return { blocks, shown };
}

/** "and 30 more, on your dashboard". */
export function moreInWords(n: number): string {
  return `and ${count(n, "more", "more")}, on your dashboard`;
}

function rowOf({ name, profile }: InvitationRef, reason: string): Row {
  return {
    name: shortened(plainName(name), 80) || "Somebody without a name",
    link: profileLink(profile),
    reason: shortened(plainName(reason), 200),
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

/** At most what it takes in HTML, in bytes: the tags, the link, and the text with the longest escapes. */
function weight({ name, link, reason }: Row): number {
  const tags = reason === "" ? 50 : 80;
  return tags + [...`${name}${link ?? ""}${reason}`].reduce((sum, char) => sum + charWeight(char), 0);
}

function charWeight(char: string): number {
  if (/[&<>"']/.test(char)) return 6;
  return char < "\u0080" ? 1 : 4;
}

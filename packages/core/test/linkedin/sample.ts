import type { Clocks } from "../../src/invitation/clock.ts";
import { profileAddress } from "../../src/invitation/profile.ts";
import type { DataEntry } from "../../src/linkedin/list/island.ts";
import { type Listed, understand } from "../../src/linkedin/list/list.ts";
import { type Row, readRow } from "../../src/linkedin/list/row.ts";
import type { RowPart } from "../../src/linkedin/page/kit.ts";
import type { RowShape } from "../../src/linkedin/page/rows.ts";
import { says } from "../../src/linkedin/words/matcher.ts";

export const feed = "https://www.linkedin.com/";

export function text(words: string): RowPart {
  return {
    kind: "text",
    text: words,
    label: null,
    href: null,
    tag: "p",
    dead: false,
    act: false,
    place: "0",
    look: "",
  };
}

export function note(words: string): RowPart {
  return { ...text(words), kind: "note", tag: "span" };
}

export function link(href: string, words = ""): RowPart {
  return { ...text(words), kind: "control", href, tag: "a" };
}

export function control(label: string | null, words: string, href: string | null = null): RowPart {
  const act = says("withdraw", label ?? words);
  return { ...text(words), kind: "control", label, href, tag: href === null ? "button" : "a", act };
}

export function withdrawOf(name: string): RowPart {
  return control(`Withdraw invitation sent to ${name}`, "Withdraw", feed);
}

export interface Person {
  readonly name: string;
  /** Null for a row without a profile link. */
  readonly slug: string | null;
  readonly headline?: string;
  readonly age?: string;
}

/** A row as today's page has it: picture link, name, headline, age, Withdraw. */
export function shapeOf({
  name,
  slug,
  headline = "Compiler engineer",
  age = "Sent 1 month ago",
}: Person): RowShape {
  const picture = slug === null ? [] : [link(`https://www.linkedin.com/in/${encodeURIComponent(slug)}/`)];
  const heading = headline === "" ? [] : [text(headline)];
  return shape([...picture, text(name), ...heading, text(age), withdrawOf(name)]);
}

/** A row of the one list of a page, its parts placed as they come. */
export function shape(parts: readonly RowPart[]): RowShape {
  return { parts: parts.map((part, i) => ({ ...part, place: String(i) })), group: 0 };
}

/** The invitations of a list that has one page. */
export function listedFrom(
  shapes: readonly RowShape[],
  entries: readonly DataEntry[],
  clocks: Clocks,
  language?: string,
): readonly Listed[] {
  return understand(
    shapes.map((each) => ({ ...each, page: 0 })),
    entries,
    clocks,
    language,
  ).listed;
}

export function rowOf(person: Person): Row {
  const row = readRow(shapeOf(person));
  if (typeof row !== "object") throw new TypeError(`the sample is no row but ${row}`);
  return row;
}

/** What the page's data say of somebody; an address for each slug or key given. */
export function entryOf(id: string, name: string, ...slugs: readonly string[]): DataEntry {
  const addresses = slugs.map((slug) => profileAddress(`/in/${slug}`)).filter((address) => address !== null);
  return { id, name, addresses, withdrawable: true };
}

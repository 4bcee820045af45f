import type { PreviewItem } from "@lapse/core/preview/item";
import type { PreviewSide } from "@lapse/core/preview/preview";
import { count } from "@lapse/core/wording/count";
import { shortened, visible } from "@lapse/core/wording/printable";
import { html } from "hono/html";
import type { Markup } from "../layout.ts";
import { person } from "./person.ts";

const mostNames = 20;
const mostReasons = 10;

/** Who stays whatever their age, by reason. */
export function keptPeople(sides: readonly PreviewSide[]): Markup {
  return grouped(
    "kept",
    "Kept",
    sides.flatMap(({ kept }) => kept),
  );
}

/** Who is left alone because something about the row was not understood. */
export function unreadablePeople(sides: readonly PreviewSide[]): Markup | "" {
  const people = sides.flatMap(({ unreadable }) => unreadable);
  return people.length === 0 ? "" : grouped("unreadable", "Not understood, and left alone", people);
}

function grouped(id: string, title: string, people: readonly PreviewItem[]): Markup {
  const reasons = new Map<string, PreviewItem[]>();
  for (const item of people) {
    const those = reasons.get(item.reason);
    if (those === undefined) reasons.set(item.reason, [item]);
    else those.push(item);
  }
  const groups = [...reasons].sort(([, a], [, b]) => b.length - a.length);
  const rest = groups.slice(mostReasons).reduce((sum, [, those]) => sum + those.length, 0);
  return html`<section aria-labelledby="${id}"><h2 class="state" id="${id}">${title} <span class="count">${people.length}</span></h2>
${people.length === 0 ? html`<p>Nobody.</p>` : groups.slice(0, mostReasons).map(([reason, those]) => group(reason, those))}
${rest > 0 ? html`<p>And ${rest} more, for other reasons.</p>` : ""}</section>`;
}

/** A reason may quote a word that the member keeps, or a label of the page. */
function group(reason: string, people: readonly PreviewItem[]): Markup {
  const more = people.length - mostNames;
  return html`<details><summary>${count(people.length, "invitation")}: <bdi>${shortened(visible(reason), 200)}</bdi></summary>
<ul>${people.slice(0, mostNames).map((item) => html`<li>${person(item)}</li>`)}</ul>
${more > 0 ? html`<p>And ${more} more.</p>` : ""}</details>`;
}

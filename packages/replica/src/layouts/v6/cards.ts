import { strangers } from "../../people/strangers.ts";
import type { PageView, ReceivedView } from "../layout.ts";
import { escaped } from "../markup.ts";
import { receivedRows } from "../received.ts";
import { fill } from "../strings/table.ts";
import { classes } from "./classes.ts";
import { receivedRowMarkup } from "./received-row.ts";

interface Card {
  readonly name: string;
  readonly slug: string;
  readonly headline: string;
  readonly buttons: readonly { readonly key: string; readonly text: string; readonly aria: string }[];
}

/** Invitations of others, in every server-driven layout. */
export const receivedCards = (view: ReceivedView): string =>
  receivedRows(view, 0)
    .map((row) => receivedRowMarkup(row, view.strings, view.faults.receivedControls))
    .join("");

/** "People you may know": list items with profile links that are no invitations. */
export function strangerCards(view: PageView): string {
  const { strings } = view;
  const buttons = (name: string) => [
    { key: "c", text: strings.connect, aria: fill(strings.connectAria, { name }) },
  ];
  const cards = strangers.map((person) => card(view, { ...person, buttons: buttons(person.name) }));
  return `<section><p class="${classes.heading}">${escaped(strings.peopleYouMayKnow)}</p>${cards.join("")}</section>`;
}

function card(view: PageView, { name, slug, headline, buttons }: Card): string {
  const controls = buttons.map(
    ({ key, text, aria }) =>
      `<a class="${classes.button}" role="button" componentkey="auto-component-${key}" data-r="${key}" ` +
      `aria-label="${escaped(aria)}" href="${escaped(`${view.origin}/`)}"><span>${escaped(text)}</span></a>`,
  );
  return (
    `<hr role="presentation"><div class="${classes.row}" role="listitem"><div class="${classes.rowTop}">` +
    `<a class="${classes.picture}" href="${escaped(`${view.origin}/in/${slug}/`)}"><figure></figure></a>` +
    `<div class="${classes.texts}"><p class="${classes.name}">${escaped(name)}</p>` +
    `<p class="${classes.headline}"><span>${escaped(headline)}</span></p></div>` +
    `<div class="${classes.actions}">${controls.join("")}</div></div></div>`
  );
}

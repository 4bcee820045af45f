import type { PageView, ReceivedView } from "../layout.ts";
import { escaped } from "../markup.ts";
import { fill } from "../strings/table.ts";
import { classes } from "./classes.ts";

interface Card {
  readonly name: string;
  readonly slug: string;
  readonly headline: string;
  readonly buttons: readonly { readonly key: string; readonly text: string; readonly aria: string }[];
}

/** Invitations of others: Accept and Ignore are links, as the evidence (§2) saw them on the received tab. */
export function receivedCards(view: ReceivedView): string {
  const { strings } = view;
  const buttons = (name: string) => [
    { key: "i", text: strings.ignore, aria: fill(strings.ignoreAria, { name }) },
    { key: "a", text: strings.accept, aria: fill(strings.acceptAria, { name }) },
  ];
  return view.people
    .map(({ name, slug, headline = "" }) => card(view, { name, slug, headline, buttons: buttons(name) }))
    .join("");
}

const strangers = [
  { name: "Sol Passing", slug: "sol-passing", headline: "Sent 4 months ago to the Moon" },
  { name: "Tess Nearby", slug: "tess-nearby", headline: "Analyst" },
];

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
      `<a class="${classes.button}" role="button" componentkey="auto-component-${key}" ` +
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

import type { PageView } from "../layout.ts";
import { escaped } from "../markup.ts";
import type { RowView } from "../rows.ts";
import { fill } from "../strings/table.ts";

const button = "artdeco-button artdeco-button--muted artdeco-button--3 artdeco-button--tertiary ember-view";

/** Ember numbers its views; which number it is means nothing. */
const emberId = (n: number) => `id="ember${n}"`;

interface Action {
  readonly hook: "w" | "i" | "a";
  readonly text: string;
  readonly aria: string;
}

/** A card of the fixture s3_ember: the note stands before the action button, texts have white space around them. */
export function cardMarkup(view: PageView, row: RowView): string {
  const { strings } = view;
  return card(view, row, [{ hook: "w", text: strings.withdraw, aria: strings.withdrawAria }]);
}

export function receivedCardMarkup(view: PageView, row: RowView): string {
  const { strings } = view;
  return card(view, row, [
    { hook: "i", text: strings.ignore, aria: strings.ignoreAria },
    { hook: "a", text: strings.accept, aria: strings.acceptAria },
  ]);
}

function card(view: PageView, row: RowView, actions: readonly Action[]): string {
  const first = 40 + row.index * 6;
  // Ember's links are relative and end without a slash.
  const href = row.profileHref?.replace(view.origin, "").replace(/\/$/, "") ?? null;
  const link = (n: number, kind: string, content: string) =>
    href === null
      ? `<div class="${kind}">${content}</div>`
      : `<a ${emberId(first + n)} class="ember-view ${kind}" href="${escaped(href)}">${content}</a>`;
  const title = `<span class="invitation-card__tvm-title t-16 t-black t-bold"><strong>${escaped(row.name)}</strong></span>`;
  const note =
    row.note === null
      ? ""
      : `<div class="invitation-card__custom-message"><span>${escaped(row.note)}</span></div>`;
  const buttons = actions.map(
    ({ hook, text, aria }, n) =>
      `<button ${emberId(first + 3 + n)} class="invitation-card__action-btn ${button}" ` +
      `aria-label="${escaped(fill(aria, { name: row.name }))}" data-r="${hook}:${row.index}">` +
      `<span class="artdeco-button__text">\n    ${escaped(text)}\n</span></button>`,
  );
  return (
    `<li ${emberId(first)} class="invitation-card artdeco-list__item ember-view" data-r="row:${row.index}">` +
    `<div class="invitation-card__container">${link(1, "invitation-card__picture", '<img alt="">')}` +
    `<div class="invitation-card__details">${link(2, "invitation-card__link", title)}` +
    `<p class="invitation-card__subtitle t-14 t-black--light t-normal">${escaped(row.headline)}</p>` +
    `<time class="time-badge t-12 t-black--light t-normal">\n            ${escaped(row.age)}\n          </time>` +
    `${note}</div><div class="invitation-card__action-container">${buttons.join("")}</div></div></li>`
  );
}

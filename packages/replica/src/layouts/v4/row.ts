import { escaped } from "../markup.ts";
import type { RowView } from "../rows.ts";
import { fill, type Strings } from "../strings/table.ts";

/** Hashed names without a meaning, as evidence §2 calls them ("flat, obfuscated"); which ones is invented. */
export const names = {
  main: "XkQvRzNbTeLwPa",
  tab: "hGtYpWmKcVsD",
  pill: "bNqZxLrTfJyE",
  list: "oPdUhSaWvGkM",
  row: "rTyCbVnMqAzX",
  picture: "uJmKiLoPwEdR",
  texts: "gFhTrEwSxCvB",
  name: "yHnUjMkOlPqA",
  line: "zAqWsXcDeRfV",
  actions: "tGbYhNuJmIkO",
  button: "pLoKiJuHyGtF",
  note: "qAzWsXeDcRfT",
  dialog: "wSxEdCrFvTgB",
} as const;

/**
 * A row of V4: plain divs side by side, no role and no `data-view-name`; Withdraw is to be found by its text and
 * label. The order of the parts is V5's [inferred].
 */
export function rowMarkup(row: RowView, strings: Strings): string {
  const name = escaped(row.name);
  const href = row.profileHref === null ? null : escaped(row.profileHref);
  const link = (content: string, kind: string) =>
    href === null
      ? `<div class="${kind}">${content}</div>`
      : `<a class="${kind}" href="${href}">${content}</a>`;
  const picture = `<img alt="${escaped(fill(strings.pictureAria, { name: row.name }))}">`;
  const label = escaped(fill(strings.withdrawAria, { name: row.name }));
  return (
    `<div class="${names.row}" data-r="row:${row.index}">${link(picture, names.picture)}` +
    `<div class="${names.texts}">${link(name, names.name)}<div class="${names.line}">${escaped(row.headline)}</div>` +
    `<div class="${names.line}">${escaped(row.age)}</div></div><div class="${names.actions}">` +
    `<button class="${names.button}" aria-label="${label}" data-r="w:${row.index}"><span>${escaped(strings.withdraw)}</span>` +
    `</button></div>${row.note === null ? "" : `<div class="${names.note}"><span>${escaped(row.note)}</span></div>`}</div>`
  );
}

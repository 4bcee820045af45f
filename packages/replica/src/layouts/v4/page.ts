import type { Ways } from "../config.ts";
import { counterText } from "../counter.ts";
import { documentWith } from "../document.ts";
import { islandMarkup } from "../island.ts";
import type { ListView } from "../layout.ts";
import { loadMore } from "../load-more.ts";
import { escaped } from "../markup.ts";
import { rowsFor } from "../rows.ts";
import { suggestions } from "../suggestions.ts";
import { style } from "../v5/style.ts";
import { receivedCards } from "../v6/cards.ts";
import { header } from "../v6/frame.ts";
import { overlays } from "../v6/overlays.ts";
import { names, rowMarkup } from "./row.ts";

/** The page of 2024-12: tabs and counter are links, the rows are flat, Load more below them. */
export function wholePage(view: ListView, ways: Ways): string {
  const island = view.screen === "sent" && view.faults.island ? islandMarkup(view) : "";
  const main = `<main class="${names.main}" data-r="main">${mainContent(view, ways)}</main>`;
  return documentWith(view, ways, { style, body: `${header(view)}${main}${overlays(view)}${island}` });
}

function mainContent(view: ListView, ways: Ways): string {
  const { strings } = view;
  const manager = "/mynetwork/invitation-manager";
  const tab = (name: "received" | "sent") =>
    `<a class="${names.tab}" href="${manager}/${name}/">${escaped(strings[name])}</a>`;
  const text = counterText(view);
  const counter =
    text === null
      ? ""
      : `<nav><a class="${names.pill}" href="${manager}/sent/CONNECTION/"><span data-r="count">${escaped(text)}</span></a></nav>`;
  return (
    `<nav>${tab("received")}${tab("sent")}</nav>${counter}<div class="${names.list}" data-r="list">` +
    `${listItems(view)}${loadMore(view, ways, ` class="${names.button}"`)}</div>${suggestions(view)}`
  );
}

function listItems(view: ListView): string {
  switch (view.screen) {
    case "sent":
      return rowsFor(view, 0)
        .map((row) => rowMarkup(row, view.strings))
        .join("");
    case "received":
      return receivedCards(view);
    case "pages":
      return "";
  }
}

/** `dialog[data-testid='dialog']` is all that is known of it (evidence §2); its words are V6's. */
export function dialogMarkup({ strings }: ListView): string {
  const { heading, text, dismiss, cancel } = strings.dialog;
  return (
    `<dialog class="${names.dialog}" data-testid="dialog" data-r="dialog">` +
    `<button class="${names.button}" aria-label="${escaped(dismiss)}" data-r="dismiss">×</button>` +
    `<h2>${escaped(heading)}</h2><p>${escaped(text)}</p>` +
    `<button class="${names.button}" data-r="cancel"><span>${escaped(cancel)}</span></button>` +
    `<button class="${names.button}" aria-label="${escaped(strings.withdrawAria)}" data-r="confirm">` +
    `<span>${escaped(strings.withdraw)}</span></button></dialog>`
  );
}

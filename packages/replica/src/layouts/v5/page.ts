import type { Ways } from "../config.ts";
import { counterText } from "../counter.ts";
import { documentWith } from "../document.ts";
import { islandMarkup } from "../island.ts";
import type { ListView } from "../layout.ts";
import { loadMore } from "../load-more.ts";
import { escaped } from "../markup.ts";
import { rowsFor } from "../rows.ts";
import { suggestions } from "../suggestions.ts";
import { receivedCards } from "../v6/cards.ts";
import { header } from "../v6/frame.ts";
import { overlays } from "../v6/overlays.ts";
import { type Control, rowMarkup } from "./row.ts";
import { style } from "./style.ts";

export interface Kind {
  readonly ways: Ways;
  readonly control: Control;
}

/** The page of the fixtures s5_2025 with a header: `<main>` scrolls, Load more below the rows. */
export function wholePage(view: ListView, kind: Kind): string {
  const island = view.screen === "sent" && view.faults.island ? islandMarkup(view) : "";
  const main = `<main data-r="main">${mainContent(view, kind)}</main>`;
  return documentWith(view, kind.ways, { style, body: `${header(view)}${main}${overlays(view)}${island}` });
}

function mainContent(view: ListView, kind: Kind): string {
  const { strings } = view;
  const tab = (name: "received" | "sent") =>
    `<a href="/mynetwork/invitation-manager/${name}/">${escaped(strings[name])}</a>`;
  const text = counterText(view);
  const counter =
    text === null ? "" : `<nav><button aria-current="true" data-r="count">${escaped(text)}</button></nav>`;
  return (
    `<nav>${tab("received")}${tab("sent")}</nav>${counter}` +
    `<div componentkey="InvitationManagerPage_InvitationsList" data-r="list">${listItems(view, kind)}` +
    `${loadMore(view, kind.ways)}</div>${suggestions(view)}`
  );
}

function listItems(view: ListView, { control }: Kind): string {
  switch (view.screen) {
    case "sent":
      return rowsFor(view, 0)
        .map((row) => rowMarkup(row, view.strings, control))
        .join("");
    case "received":
      return receivedCards(view);
    case "pages":
      return "";
  }
}

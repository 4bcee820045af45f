import { configFor, configScript, type Ways } from "../config.ts";
import { counterText } from "../counter.ts";
import { islandMarkup } from "../island.ts";
import type { ListView } from "../layout.ts";
import { escaped } from "../markup.ts";
import { receivedRows } from "../received.ts";
import { rowsFor } from "../rows.ts";
import { clientScript } from "../scripts.ts";
import { strangerCards } from "../v6/cards.ts";
import { header } from "../v6/frame.ts";
import { overlays } from "../v6/overlays.ts";
import { receivedRowMarkup } from "../v6/received-row.ts";
import { type Control, rowMarkup } from "./row.ts";
import { style } from "./style.ts";

export interface Kind {
  readonly ways: Ways;
  readonly control: Control;
}

/** The page of the fixtures s5_2025 with a header: `<main>` scrolls, Load more below the rows. */
export function wholePage(view: ListView, kind: Kind): string {
  const { strings, faults } = view;
  const island = view.screen === "sent" && faults.island ? islandMarkup(view) : "";
  return (
    `<!DOCTYPE html><html lang="${strings.lang}" dir="${strings.dir}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${escaped(strings.title)}</title>` +
    `<style>${style}</style>${clientScript("early")}</head><body>${header(view)}` +
    `<main data-r="main">${mainContent(view, kind)}</main>${overlays(view)}${island}` +
    `${configScript(view, kind.ways)}${clientScript("main")}</body></html>`
  );
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
  if (view.screen === "received")
    return receivedRows(view, 0)
      .map((row) => receivedRowMarkup(row, view.strings, view.faults.receivedControls))
      .join("");
  if (view.screen === "pages") return "";
  return rowsFor(view, 0)
    .map((row) => rowMarkup(row, view.strings, control))
    .join("");
}

/** Also without the button, the end of the rows is marked for the script. */
function loadMore(view: ListView, ways: Ways): string {
  const { loading, next } = configFor(view, ways);
  const button =
    next === null || loading === "scroll"
      ? ""
      : `<button data-r="more"><span>${escaped(view.strings.loadMore)}</span></button>`;
  return `${'<i hidden data-r="tail"></i>'}${button}`;
}

function suggestions(view: ListView): string {
  const { peopleYouMayKnow } = view.faults;
  const empty = view.screen === "pages" || (view.screen === "sent" && view.total === 0);
  const shown = peopleYouMayKnow === "always" || (peopleYouMayKnow === "when-empty" && empty);
  return shown ? strangerCards(view) : "";
}

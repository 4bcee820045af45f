import type { ListView } from "../layout.ts";
import { escaped, scriptJson } from "../markup.ts";
import { clientScript } from "./assets.ts";
import { receivedCards, strangerCards } from "./cards.ts";
import { classes } from "./classes.ts";
import { configFor, counterText } from "./config.ts";
import { aside, header } from "./frame.ts";
import { islandMarkup } from "./island.ts";
import { overlays } from "./overlays.ts";
import { rowMarkup } from "./row.ts";
import { rowsFor } from "./rows.ts";
import { style } from "./style.ts";

/** Rows in the document and per pagination request (evidence §3). */
export const batch = 10;

const screenIds = {
  sent: "com.linkedin.sdui.flagshipnav.mynetwork.invitations.InvitationSentWithType",
  pages: "com.linkedin.sdui.flagshipnav.mynetwork.invitations.InvitationSentWithType",
  received: "com.linkedin.sdui.flagshipnav.mynetwork.invitations.InvitationManagerReceived",
} as const;

export function wholePage(view: ListView): string {
  const { strings } = view;
  const island =
    view.screen === "sent"
      ? islandMarkup(view.invitations, strings, !view.faults.noIds, view.faults.islandChunks)
      : "";
  const floor = view.bench ? clientScript("floor") : "";
  return (
    `<!DOCTYPE html><html lang="${strings.lang}" dir="${strings.dir}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${escaped(strings.title)}</title>` +
    `<style>${style}</style>${clientScript("early")}</head><body>${header(view)}` +
    `<main id="workspace" class="${classes.main}">${mainContent(view)}</main>${overlays(view)}${island}` +
    `<script type="application/json" id="page-config">${scriptJson(configFor(view, batch))}</script>` +
    `${clientScript("main")}${floor}</body></html>`
  );
}

/** All that `<main>` holds, aside and footer included. */
export function mainContent(view: ListView): string {
  const { strings } = view;
  const origin = escaped(view.origin);
  const tab = (name: "received" | "sent") =>
    `<li><a class="${classes.tab}" href="${origin}/mynetwork/invitation-manager/${name}"><span>` +
    `<span class="${classes.tabText}">${escaped(strings[name])}</span></span></a></li>`;
  const screen = screenIds[view.screen];
  return (
    `<div><div class="${classes.frame}"><section class="${classes.section}" aria-label="Primary content">` +
    `<section class="${classes.innerSection}"><div><div><div><p class="${classes.heading}">${escaped(strings.heading)}</p>` +
    '<div role="button"><svg id="settings-medium" role="img" aria-label="Invitation settings"></svg></div></div>' +
    `<nav class="${classes.tabs}"><ul>${tab("received")}${tab("sent")}</ul></nav></div>` +
    `<div class="${classes.screen}" data-sdui-screen="${screen}" data-sdui-destination-screen="${screen}"><div>` +
    `<hr role="presentation">${counter(view)}` +
    `<div class="${classes.column}" data-testid="lazy-column" data-component-type="LazyColumn">` +
    `${listItems(view)}<div class="${classes.tail}"></div></div>${suggestions(view)}</div></div>` +
    `</div></section></section></div>${aside(view.origin)}</div>`
  );
}

function counter(view: ListView): string {
  const text = counterText(view);
  if (text === null) return "";
  const href = escaped(`${view.origin}/mynetwork/invitation-manager/sent/CONNECTION/`);
  return (
    `<nav class="${classes.pills}"><ul><li class="${classes.pillItem}"><a class="${classes.pill}" href="${href}">` +
    `<span class="${classes.pillSpan}"><span class="${classes.tabText}">${escaped(text)}</span></span></a></li></ul></nav>`
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

function suggestions(view: ListView): string {
  const { peopleYouMayKnow } = view.faults;
  const empty = view.screen === "pages" || (view.screen === "sent" && view.total === 0);
  const shown = peopleYouMayKnow === "always" || (peopleYouMayKnow === "when-empty" && empty);
  return shown ? strangerCards(view) : "";
}

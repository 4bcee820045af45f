import { configFor, configScript, type Ways } from "../config.ts";
import { counterText } from "../counter.ts";
import { islandMarkup, pushes } from "../island.ts";
import type { ListView } from "../layout.ts";
import { escaped } from "../markup.ts";
import { receivedData } from "../received.ts";
import { rowsFor } from "../rows.ts";
import { clientScript } from "../scripts.ts";
import { suggestions } from "../suggestions.ts";
import { receivedCards } from "./cards.ts";
import { classes } from "./classes.ts";
import { aside, header } from "./frame.ts";
import { overlays } from "./overlays.ts";
import { type Control, rowMarkup } from "./row.ts";
import { style } from "./style.ts";

/** V6, or V6 as the mixture with V5 has it. */
export interface Kind {
  readonly ways: Ways;
  readonly control: Control;
}

const screenIds = {
  sent: "com.linkedin.sdui.flagshipnav.mynetwork.invitations.InvitationSentWithType",
  pages: "com.linkedin.sdui.flagshipnav.mynetwork.invitations.InvitationSentWithType",
  received: "com.linkedin.sdui.flagshipnav.mynetwork.invitations.InvitationManagerReceived",
} as const;

export function wholePage(view: ListView, kind: Kind): string {
  const { strings } = view;
  const island = islandFor(view);
  const floor = view.bench ? clientScript("floor") : "";
  return (
    `<!DOCTYPE html><html lang="${strings.lang}" dir="${strings.dir}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${escaped(strings.title)}</title>` +
    `<style>${style}</style>${clientScript("early")}</head><body>${header(view)}` +
    `<main id="workspace" class="${classes.main}" data-r="main">${mainContent(view, kind)}</main>${overlays(view)}${island}` +
    `${configScript(view, kind.ways)}${clientScript("main")}${floor}</body></html>`
  );
}

function islandFor(view: ListView): string {
  if (view.screen === "sent") return islandMarkup(view);
  if (view.screen === "pages") return "";
  return pushes(
    view,
    view.people.flatMap((invitation) => receivedData(view, invitation)),
  );
}

/** All that `<main>` holds, aside and footer included. */
export function mainContent(view: ListView, kind: Kind): string {
  const { strings } = view;
  const origin = escaped(view.origin);
  const tab = (name: "received" | "sent") =>
    `<li><a class="${classes.tab}" href="${origin}/mynetwork/invitation-manager/${name}" data-r="tab:${name}"><span>` +
    `<span class="${classes.tabText}">${escaped(strings[name])}</span></span></a></li>`;
  const screen = screenIds[view.screen];
  return (
    `<div><div class="${classes.frame}"><section class="${classes.section}" aria-label="Primary content">` +
    `<section class="${classes.innerSection}"><div><div><div><p class="${classes.heading}">${escaped(strings.heading)}</p>` +
    '<div role="button"><svg id="settings-medium" role="img" aria-label="Invitation settings"></svg></div></div>' +
    `<nav class="${classes.tabs}"><ul>${tab("received")}${tab("sent")}</ul></nav></div>` +
    `<div class="${classes.screen}" data-sdui-screen="${screen}" data-sdui-destination-screen="${screen}"><div>` +
    `<hr role="presentation">${counter(view)}` +
    `<div class="${classes.column}" data-testid="lazy-column" data-component-type="LazyColumn" data-r="list">` +
    `${listItems(view, kind.control)}<div class="${classes.tail}" data-r="tail"></div></div>${loadMore(view, kind.ways)}${suggestions(view)}</div></div>` +
    `</div></section></section></div>${aside(view)}</div>`
  );
}

function counter(view: ListView): string {
  const text = counterText(view);
  if (text === null) return "";
  const tab = view.screen === "received" ? "received" : "sent";
  const href = escaped(`${view.origin}/mynetwork/invitation-manager/${tab}/CONNECTION/`);
  return (
    `<nav class="${classes.pills}"><ul><li class="${classes.pillItem}"><a class="${classes.pill}" href="${href}">` +
    `<span class="${classes.pillSpan}"><span class="${classes.tabText}" data-r="count">${escaped(text)}</span></span></a></li></ul></nav>`
  );
}

function listItems(view: ListView, control: Control): string {
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

function loadMore(view: ListView, ways: Ways): string {
  const { loading, next } = configFor(view, ways);
  if (next === null || (loading !== "button" && loading !== "both")) return "";
  return `<button class="${classes.button}" data-r="more"><span>${escaped(view.strings.loadMore)}</span></button>`;
}

import { configFor, type Ways } from "../config.ts";
import { counterText } from "../counter.ts";
import { documentWith } from "../document.ts";
import type { ListView, PageView } from "../layout.ts";
import { escaped } from "../markup.ts";
import { receivedRows } from "../received.ts";
import { rowsFor } from "../rows.ts";
import { fill } from "../strings/table.ts";
import { suggestions } from "../suggestions.ts";
import { overlays } from "../v6/overlays.ts";
import { listPayload } from "./payload.ts";
import { cardMarkup, receivedCardMarkup } from "./row.ts";
import { style } from "./style.ts";

const manager = "/mynetwork/invitation-manager";

/** The page of the fixture s3_ember: no `<main>`, the window scrolls, a hundred rows a page. */
export function wholePage(view: ListView, ways: Ways): string {
  const { strings } = view;
  const body =
    `${header(view)}<div class="scaffold-layout__main"><section class="mn-invitation-manager__invitations">` +
    `<div class="mn-invitation-manager__header"><h1>${escaped(strings.heading)}</h1></div>\n${tabs(view)}\n` +
    `<div>${pills(view)}</div>\n<ul class="artdeco-list mn-invitation-list" data-r="list">${listItems(view)}</ul>\n` +
    `${pagination(view, ways)}${suggestions(view)}</section></div>` +
    '<div id="artdeco-modal-outlet" data-r="modals"></div>' +
    '<section id="artdeco-toasts" class="artdeco-toasts" data-r="toasts"></section>' +
    `${overlays(view)}${code(view, ways.batch)}`;
  return documentWith(view, ways, {
    title: `(3) ${strings.title}`,
    style,
    bodyClass: "ember-application",
    body,
  });
}

function header({ identity }: PageView): string {
  const me =
    identity === null
      ? ""
      : `<a id="ember14" class="ember-view global-nav__primary-link-me-link" href="/in/${encodeURIComponent(identity)}/">Me</a>`;
  return (
    '<header id="global-nav" class="global-nav"><nav class="global-nav__nav"><a href="/feed/">Home</a>' +
    `<a href="/mynetwork/">My Network</a>${me}<small>replica, not LinkedIn</small></nav></header>`
  );
}

function tabs({ strings, screen }: ListView): string {
  const tab = (href: string, text: string, selected: boolean) =>
    `<li><a class="artdeco-tab${selected ? " artdeco-tab--selected active" : ""}" href="${href}">${escaped(text)}</a></li>`;
  const received = screen === "received";
  return (
    `<ul role="tablist">${tab(`${manager}/`, strings.received, received)}` +
    `${tab(`${manager}/sent/`, strings.sent, !received)}</ul>`
  );
}

/** The counter is a button, with its text as its label too. */
function pills(view: ListView): string {
  if (view.screen === "received") return "";
  const facet = "mn-invitation-manager__invitation-facet-pills--";
  const text = counterText(view);
  const pages = escaped(fill(view.strings.pages, { n: "0" }));
  const people =
    text === null
      ? ""
      : `<button id="${facet}CONNECTION" class="artdeco-pill artdeco-pill--selected" aria-label="${escaped(text)}" ` +
        `aria-pressed="true" data-r="pill"><span class="artdeco-pill__text" data-r="count">${escaped(text)}</span></button>`;
  return `${people}\n<button id="${facet}ORGANIZATION" class="artdeco-pill" aria-label="${pages}"><span class="artdeco-pill__text">${pages}</span></button>`;
}

function listItems(view: ListView): string {
  switch (view.screen) {
    case "sent":
      return rowsFor(view, 0)
        .map((row) => cardMarkup(view, row))
        .join("");
    case "received":
      return receivedRows(view, 0)
        .map((row) => receivedCardMarkup(view, row))
        .join("");
    case "pages":
      return "";
  }
}

function pagination(view: ListView, ways: Ways): string {
  if (view.screen !== "sent") return "";
  const button = (to: "previous" | "next", text: string, on: boolean) =>
    `<button class="artdeco-pagination__button artdeco-pagination__button--${to}${on ? "" : " artdeco-button--disabled"}"` +
    `${on ? "" : " disabled"} data-r="${to}"><span class="artdeco-button__text">${escaped(text)}</span></button>`;
  const { next } = configFor(view, ways);
  return (
    '<div class="artdeco-pagination mn-invitation-pagination">' +
    `${button("previous", view.strings.previous, false)}${button("next", view.strings.next, next !== null)}</div>`
  );
}

/** The API's answer to the first page's request, as Ember pages brought it along. */
function code(view: ListView, batch: number): string {
  const payload = view.screen === "sent" ? listPayload(view, 0, batch) : null;
  if (payload === null) return "";
  const request =
    "/voyager/api/relationships/sentInvitationViewsV2?count=100&invitationType=CONNECTION&q=invitationType&start=0";
  const element = (id: string, value: object) =>
    `<code style="display: none" id="${id}">\n  ${escaped(JSON.stringify(value))}\n</code>`;
  return (
    element("bpr-guid-1147", payload) +
    element("datalet-bpr-guid-1147", { request, status: 200, body: "bpr-guid-1147", method: "GET" })
  );
}

import { paginationAnswer } from "../answers.ts";
import type { Ways } from "../config.ts";
import { counterText } from "../counter.ts";
import { documentWith } from "../document.ts";
import type { Layout, ListView } from "../layout.ts";
import { escaped } from "../markup.ts";
import { type RowView, rowsFor } from "../rows.ts";
import { withoutScreens } from "../screens.ts";
import { header } from "../v6/frame.ts";
import { toastMarkup } from "../v6/toast.ts";

const ways: Ways = {
  layout: "V2",
  batch: 100,
  pager: "list",
  loading: "pages",
  syntheticClicks: true,
  enterIsDead: false,
  tabsByScript: false,
  dialogStays: false,
  // Withdraw here did without a dialog; in the replica it only reports the click.
  dialog: () => "",
  toast: toastMarkup,
  request: null,
};

/** The checkbox page of 2018 (fixture s2): there to be refused. A click is reported, nothing is withdrawn. */
export const v2: Layout = {
  name: "V2",
  batch: ways.batch,
  page: (view) =>
    documentWith(view, ways, {
      title: "LinkedIn",
      style: "body{margin:16px}",
      body: `${header(view)}${list(view)}`,
    }),
  pagination: (view, start) =>
    paginationAnswer(view, start, { ways, markup: (row) => item(view, row), withData: false }),
  ...withoutScreens(ways),
};

function list(view: ListView): string {
  const rows = view.screen === "sent" ? rowsFor(view, 0) : [];
  const count = counterText(view) === null || view.screen !== "sent" ? "" : ` (${view.total})`;
  return (
    '<div class="mn-list-toolbar"><input type="checkbox" id="contact-select-checkbox">' +
    `<label for="contact-select-checkbox">Select All${count}</label>\n<div class="mn-list-toolbar__right-button">` +
    `<button disabled>${escaped(view.strings.withdraw)}</button></div></div>` +
    `<ul class="mn-invitation-list">${rows.map((row) => item(view, row)).join("")}</ul>` +
    '<div class="mn-invitation-pagination"><a class="mn-invitation-pagination__control-btn" href="?page=2">' +
    `${escaped(view.strings.next)}</a></div>`
  );
}

function item(view: ListView, row: RowView): string {
  const name = `<span class="mn-person-info__name">${escaped(row.name)}</span>`;
  const href = row.profileHref?.replace(view.origin, "") ?? null;
  const link = href === null ? name : `<a class="mn-person-info__link" href="${escaped(href)}">${name}</a>`;
  return (
    `<li data-r="row:${row.index}"><input type="checkbox" id="i${row.index}">${link}` +
    `<time class="time-ago">${escaped(row.age)}</time>` +
    `<button class="mn-person-card__person-btn-ext" data-r="w:${row.index}">${escaped(view.strings.withdraw)}</button></li>`
  );
}

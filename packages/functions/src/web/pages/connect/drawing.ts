import { html } from "hono/html";
import type { Markup } from "../layout.ts";

/** A browser window as drawn in the guide: its address, and below it the developer tools where there are any. */
export interface Window {
  readonly title: string;
  /** What is to be seen, in one sentence: heard in place of the drawing. */
  readonly seen: string;
  readonly address: string;
  readonly tabs?: readonly string[];
  /** The requests in the list. */
  readonly rows?: readonly string[];
  /** The place of the row with a frame around it. */
  readonly marked?: number;
  /** The entries that open one after the other over the marked row. */
  readonly menu?: readonly string[];
}

const width = 440;
const pageTop = 44;
const toolsTop = 120;
const rowHeight = 26;

/** Lines and words in the colour of the text around them, so that they are seen in the light and in the dark. */
export function drawTools(id: string, window: Window): Markup {
  const { rows = [], tabs } = window;
  const height = tabs === undefined ? toolsTop + 40 : toolsTop + 50 + Math.max(2, rows.length) * rowHeight;
  return html`<figure class="chart"><svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-seen">
<title id="${id}-title">${window.title}</title><desc id="${id}-seen">${window.seen}</desc>
<g fill="none" stroke="currentColor" stroke-width="1.5">
<rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="8"/>
<path d="M1 ${pageTop}H${width - 1}" stroke-opacity="0.4"/>
<circle cx="20" cy="22" r="5"/><circle cx="38" cy="22" r="5"/><circle cx="56" cy="22" r="5"/>
<rect x="76" y="9" width="${width - 92}" height="26" rx="13" stroke-opacity="0.4"/>
</g>
<text x="92" y="27">${window.address}</text>
${people(tabs === undefined ? 3 : 2)}
${tabs === undefined ? "" : html`${tabBar(tabs)}${rows.map((row, i) => requestRow(row, i, i === window.marked))}`}
${window.menu === undefined ? "" : menuOver(window.menu, window.marked ?? 0)}
</svg><figcaption>${window.title}</figcaption></figure>`;
}

/** The page itself, only hinted at: a round picture and two lines for each person. */
function people(count: number): Markup {
  return html`<g fill="currentColor" fill-opacity="0.25">${Array.from({ length: count }, (_, i) => {
    const y = pageTop + 22 + i * 34;
    return html`<circle cx="34" cy="${y}" r="11"/><rect x="56" y="${y - 9}" width="150" height="7" rx="3"/><rect x="56" y="${y + 3}" width="200" height="6" rx="3"/>`;
  })}</g>`;
}

function tabBar(tabs: readonly string[]): Markup {
  return html`<path d="M1 ${toolsTop}H${width - 1}M1 ${toolsTop + 34}H${width - 1}" fill="none" stroke="currentColor" stroke-opacity="0.4"/>
${tabs.map((tab, i) => {
  const x = 20 + i * 110;
  const chosen = tab === "Network";
  return html`<text x="${x}" y="${toolsTop + 23}"${chosen ? html` font-weight="700"` : ""}>${tab}</text>
${chosen ? html`<path d="M${x} ${toolsTop + 32}h72" fill="none" stroke="currentColor" stroke-width="4"/>` : ""}`;
})}`;
}

function requestRow(row: string, place: number, marked: boolean): Markup {
  const y = toolsTop + 40 + place * rowHeight;
  return html`<text x="26" y="${y + 19}">${row}</text>${marked ? frame(12, y, 124) : ""}`;
}

function menuOver(menu: readonly string[], marked: number): Markup {
  const top = toolsTop + 40 + marked * rowHeight + 12;
  return html`${menu.map((entry, i) => {
    const [x, y] = [150 + i * 136, top + i * 8];
    return html`<rect x="${x}" y="${y}" width="132" height="38" rx="4" fill="Canvas" stroke="currentColor" stroke-opacity="0.6"/>
<text x="${x + 14}" y="${y + 25}">${entry}${i < menu.length - 1 ? " ▸" : ""}</text>${i === menu.length - 1 ? frame(x + 4, y + 5, 124) : ""}`;
  })}`;
}

/** What to look at. */
function frame(x: number, y: number, across: number): Markup {
  return html`<rect x="${x}" y="${y + 1}" width="${across}" height="${rowHeight}" rx="4" fill="none" stroke="currentColor" stroke-width="2.5"/>`;
}

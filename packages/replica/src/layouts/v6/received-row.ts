import { escaped } from "../markup.ts";
import type { RowView } from "../rows.ts";
import { fill, type Strings } from "../strings/table.ts";
import { classes } from "./classes.ts";
import { noteMarkup, picture, texts } from "./row.ts";

/**
 * A row of the Received tab. The rest is the sent row's; that Ignore stands before Accept, and their labels, is
 * inferred, that they are links was seen (evidence §2).
 */
export function receivedRowMarkup(row: RowView, strings: Strings, kind: "links" | "buttons"): string {
  const key = `auto-component-${row.index.toString(16).padStart(8, "0")}-0000-4000-8000-000000000001`;
  return (
    `<hr class="${classes.rule}" role="presentation" data-r="rule:${row.index}">` +
    `<div class="${classes.row}" role="listitem" componentkey="${key}" data-r="row:${row.index}">` +
    `<div class="${classes.rowTop}">${picture(row, strings)}${texts(row)}<div class="${classes.actions}">` +
    control(row, kind, "i", strings.ignore, strings.ignoreAria) +
    control(row, kind, "a", strings.accept, strings.acceptAria) +
    `</div></div>${row.note === null ? "" : noteMarkup(row.note, strings)}</div>`
  );
}

function control(
  row: RowView,
  kind: "links" | "buttons",
  hook: "i" | "a",
  text: string,
  aria: string,
): string {
  const tag = kind === "links" ? "a" : "button";
  const own = kind === "links" ? `href="${escaped(row.withdrawHref)}"` : 'type="button"';
  return (
    `<${tag} class="${classes.button}" aria-label="${escaped(fill(aria, { name: row.name }))}" ${own} ` +
    `componentkey="auto-component-${hook}${row.index.toString(16).padStart(7, "0")}" data-r="${hook}:${row.index}">` +
    `<span class="${classes.buttonSpan}"><span class="${classes.buttonText}">${escaped(text)}</span></span></${tag}>`
  );
}

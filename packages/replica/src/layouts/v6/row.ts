import { escaped } from "../markup.ts";
import { fill, type Strings } from "../strings/table.ts";
import { classes } from "./classes.ts";

/** What a row shows. The server prints the first ten, the page's own script the rest, both with this file. */
export interface RowView {
  /** Position on the page, from 0. */
  readonly index: number;
  readonly name: string;
  readonly headline: string;
  readonly age: string;
  readonly note: string | null;
  readonly profileHref: string | null;
  readonly withdrawHref: string;
  /** What the confirm dialog is asked for by. */
  readonly profileUrn: string;
}

/** The words that the page's script needs too. */
export type RowStrings = Pick<Strings, "withdraw" | "withdrawAria" | "pictureAria" | "showMore">;

/** The Withdraw control's `componentkey`: how the script finds the row that it belongs to. */
export const controlKey = (index: number): string => `auto-component-w${index.toString(16).padStart(7, "0")}`;

/** A longer note is cut, with a button that is dead to the mouse (seen by the evidence, §3). */
const longestNote = 120;

export function rowMarkup(row: RowView, strings: RowStrings): string {
  const key = `auto-component-${row.index.toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`;
  return (
    `<hr class="${classes.rule}" role="presentation">` +
    `<div class="${classes.row}" role="listitem" componentkey="${key}">` +
    `<div class="${classes.rowTop}">${picture(row, strings)}${texts(row)}${control(row, strings)}</div>` +
    `${row.note === null ? "" : note(row.note, strings)}</div>`
  );
}

function picture(row: RowView, strings: RowStrings): string {
  const label = escaped(fill(strings.pictureAria, { name: row.name }));
  const box =
    `<div class="${classes.pictureBox}"><figure class="${classes.figure}">` +
    `<svg id="person-accent-4" class="${classes.figureSvg}" role="img" aria-label="${label}" data-token-id="356"></svg>` +
    `<img class="${classes.figureImg}" data-loaded="true" alt=""></figure></div>`;
  return row.profileHref === null
    ? `<div class="${classes.picture}">${box}</div>`
    : `<a class="${classes.picture}" href="${escaped(row.profileHref)}">${box}</a>`;
}

function texts(row: RowView): string {
  const line = (kind: string, text: string) =>
    `<div class="${classes.line}"><p class="${kind}"><span>${escaped(text)}</span></p></div>`;
  return (
    `<div class="${classes.texts}"><div class="${classes.textsInner}">` +
    `<p class="${classes.name}">${escaped(row.name)}</p>` +
    `${line(classes.headline, row.headline)}${line(classes.age, row.age)}</div></div>`
  );
}

function control(row: RowView, strings: RowStrings): string {
  const label = escaped(fill(strings.withdrawAria, { name: row.name }));
  return (
    `<div class="${classes.actions}"><a class="${classes.button}" aria-label="${label}" ` +
    `href="${escaped(row.withdrawHref)}" componentkey="${controlKey(row.index)}">` +
    `<span class="${classes.buttonSpan}"><span class="${classes.buttonText}">${escaped(strings.withdraw)}` +
    "</span></span></a></div>"
  );
}

function note(text: string, strings: RowStrings): string {
  const more =
    text.length <= longestNote
      ? ""
      : `<button class="${classes.noteButton}" data-testid="expandable-text-button" aria-hidden="true" ` +
        `style="pointer-events:none">${escaped(strings.showMore)}</button>`;
  return (
    `<div class="${classes.note}"><div class="${classes.textsInner}"><div class="${classes.noteInner}">` +
    `<div class="${classes.texts}"><p class="${classes.noteText}">` +
    `<span class="${classes.noteSpan}" data-testid="expandable-text-box">${escaped(text)}${more}</span>` +
    "</p></div></div></div></div>"
  );
}

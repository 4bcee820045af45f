import { escaped } from "../markup.ts";
import type { RowView } from "../rows.ts";
import { fill, type Strings } from "../strings/table.ts";
import { classes } from "./classes.ts";

/** The Withdraw control is a link; in the mixture with V5 it is V5's button. */
export type Control = "link" | "button";

/** A longer note is cut, with a button that is dead to the mouse (seen by the evidence, §3). */
const longestNote = 120;

export function rowMarkup(row: RowView, strings: Strings, kind: Control): string {
  const key = `auto-component-${row.index.toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`;
  return (
    `<hr class="${classes.rule}" role="presentation" data-r="rule:${row.index}">` +
    `<div class="${classes.row}" role="listitem" componentkey="${key}" data-r="row:${row.index}">` +
    `<div class="${classes.rowTop}">${picture(row, strings)}${texts(row)}${control(row, strings, kind)}</div>` +
    `${row.note === null ? "" : noteMarkup(row.note, strings)}</div>`
  );
}

export function picture(row: RowView, strings: Strings): string {
  const label = escaped(fill(strings.pictureAria, { name: row.name }));
  const box =
    `<div class="${classes.pictureBox}"><figure class="${classes.figure}">` +
    `<svg id="person-accent-4" class="${classes.figureSvg}" role="img" aria-label="${label}" data-token-id="356"></svg>` +
    `<img class="${classes.figureImg}" data-loaded="true" alt=""></figure></div>`;
  return row.profileHref === null
    ? `<div class="${classes.picture}">${box}</div>`
    : `<a class="${classes.picture}" href="${escaped(row.profileHref)}">${box}</a>`;
}

export function texts(row: RowView): string {
  const line = (kind: string, text: string) =>
    `<div class="${classes.line}"><p class="${kind}"><span>${escaped(text)}</span></p></div>`;
  return (
    `<div class="${classes.texts}"><div class="${classes.textsInner}">` +
    `<p class="${classes.name}">${escaped(row.name)}</p>` +
    `${line(classes.headline, row.headline)}${line(classes.age, row.age)}</div></div>`
  );
}

function control(row: RowView, strings: Strings, kind: Control): string {
  const label = `aria-label="${escaped(fill(strings.withdrawAria, { name: row.name }))}"`;
  const tag = { link: "a", button: "button" }[kind];
  const own = {
    link: `href="${escaped(row.withdrawHref)}" componentkey="auto-component-w${row.index.toString(16).padStart(7, "0")}"`,
    button: 'type="button" data-view-name="sent-invitations-withdraw-single"',
  }[kind];
  return (
    `<div class="${classes.actions}"><${tag} class="${classes.button}" ${label} ${own} data-r="w:${row.index}">` +
    `<span class="${classes.buttonSpan}"><span class="${classes.buttonText}">${escaped(strings.withdraw)}` +
    `</span></span></${tag}></div>`
  );
}

export function noteMarkup(text: string, strings: Strings): string {
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

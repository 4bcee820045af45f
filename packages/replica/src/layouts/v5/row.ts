import { escaped } from "../markup.ts";
import type { RowView } from "../rows.ts";
import { fill, type Strings } from "../strings/table.ts";

/** V5's Withdraw control was a button at first and a link later (evidence §2). */
export type Control = "button" | "anchor";

/** A row of the fixtures s5_2025: a flat list item with `data-view-name`s, U+00A0 in the age, the note last. */
export function rowMarkup(row: RowView, strings: Strings, control: Control): string {
  const name = escaped(row.name);
  const href = row.profileHref === null ? null : escaped(row.profileHref);
  const picture = `<img alt="${escaped(fill(strings.pictureAria, { name: row.name }))}">`;
  const link = (content: string, attributes = "") =>
    href === null ? content : `<a class="db828f0d" href="${href}"${attributes}>${content}</a>`;
  const age = escaped(row.age.replaceAll(" ", "\u00a0"));
  const note =
    row.note === null
      ? ""
      : '<div data-view-name="sent-invitation-note"><p><span data-testid="expandable-text-box">' +
        `${escaped(row.note)}</span></p></div>`;
  return (
    `<div role="listitem" componentkey="auto-${generatedKey(row.index)}" data-r="row:${row.index}">` +
    `${link(picture, ' data-view-name="sent-invitation-profile"')}<p>${link(name)}</p>` +
    `<p>${escaped(row.headline)}</p><p>${age}</p>${controlMarkup(row, strings, control)}${note}</div>`
  );
}

function controlMarkup(row: RowView, strings: Strings, control: Control): string {
  const label = escaped(fill(strings.withdrawAria, { name: row.name }));
  const shared = `data-view-name="sent-invitations-withdraw-single" aria-label="${label}" data-r="w:${row.index}"`;
  const text = `<span>${escaped(strings.withdraw)}</span>`;
  return control === "button"
    ? `<button type="button" ${shared}>${text}</button>`
    : `<a href="${escaped(row.withdrawHref)}" ${shared}>${text}</a>`;
}

/** Looks like an id, of a believable time even, and is none: the page generates it. */
function generatedKey(index: number): string {
  const mixed = (BigInt(index + 1) * 0x9e37_79b9_7f4a_7c15n) % 10n ** 18n;
  return `7${mixed.toString().padStart(18, "0")}`;
}

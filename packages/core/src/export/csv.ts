/** Tells a spreadsheet that the file is UTF-8; without it Excel garbles names. */
const byteOrderMark = "\ufeff";

/**
 * What makes a spreadsheet take a cell for a formula, in ASCII and in full width: a name that starts so would be
 * computed when the file is opened. Spaces and what nobody sees may stand before it.
 */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

/** Those, and the same behind apostrophes: such a cell gets one more, so that what was added can be told from what was there. */
const escaped = /^'+/;

/** What a terminal obeys or a reader takes for a new line. Tabs and line breaks are text, and stand in quotes. */
const controls = /(?![\t\r\n])[\p{Cc}\p{Zl}\p{Zp}]/gu;

/** Text with a sign for each control in it: ␛ for an escape, ␤ for what breaks lines in Unicode alone. */
export function shownControls(text: string): string {
  return text.replace(controls, (control) => {
    const code = control.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    if (code === 0x7f) return "␡";
    return code === 0x85 || code > 0x9f ? "␤" : "\ufffd";
  });
}

/**
 * Rows as CSV: RFC 4180, lines end in CRLF, UTF-8 with a byte order mark, every cell in quotes. A cell that a
 * spreadsheet would compute gets an apostrophe before it; so does one that starts with apostrophes and goes on like
 * that. `cellText` takes it off again. Controls stand as `shownControls` has them.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${byteOrderMark}${rows.map((row) => `${row.map(quoted).join(",")}\r\n`).join("")}`;
}

/** What was put into a cell, from what a parser reads there. */
export function cellText(cell: string): string {
  return escaped.test(cell) && formula.test(cell.replace(escaped, "")) ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
  return `"${safe(shownControls(cell.toWellFormed())).replaceAll('"', '""')}"`;
}

function safe(cell: string): string {
  return formula.test(cell.replace(escaped, "")) ? `'${cell}` : cell;
}

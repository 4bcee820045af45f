/** A plain reader of RFC 4180, written from its grammar and not from our writer. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let at = text.startsWith("\ufeff") ? 1 : 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const [cell, next] = text[at] === '"' ? quotedCell(text, at + 1) : plainCell(text, at);
      row.push(cell);
      at = next;
      if (text[at] !== ",") break;
      at += 1;
    }
    if (text.slice(at, at + 2) !== "\r\n") throw new Error(`A row does not end in CRLF at ${at}.`);
    at += 2;
    rows.push(row);
  }
  return rows;
}

function quotedCell(text: string, start: number): [string, number] {
  let cell = "";
  for (let at = start; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at];
    else if (text[at + 1] === '"') cell += text[at++];
    else return [cell, at + 1];
  }
  throw new Error("A quoted cell has no end.");
}

function plainCell(text: string, start: number): [string, number] {
  const cell = /^[^",\r\n]*/.exec(text.slice(start))?.[0] ?? "";
  return [cell, start + cell.length];
}

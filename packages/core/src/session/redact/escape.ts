/** The named HTML entities of printable ASCII: those that escaping functions write for characters a cookie can have. */
const entities: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  ast: "*",
  bsol: "\\",
  colon: ":",
  comma: ",",
  commat: "@",
  dollar: "$",
  equals: "=",
  excl: "!",
  grave: "`",
  gt: ">",
  Hat: "^",
  lbrack: "[",
  lcub: "{",
  lowbar: "_",
  lpar: "(",
  lsqb: "[",
  lt: "<",
  num: "#",
  percnt: "%",
  period: ".",
  plus: "+",
  quest: "?",
  quot: '"',
  rbrack: "]",
  rcub: "}",
  rpar: ")",
  rsqb: "]",
  semi: ";",
  sol: "/",
  verbar: "|",
  vert: "|",
};

/** A percent escape, a JSON or JavaScript one, an HTML entity, or a line break, raw or as `\n`. */
export const escapes =
  /%[0-9a-f]{2}|\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|["'`\\/nr])|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});|[\r\n]+[ \t]*/gi;

/** What an escape stands for: one character, nothing for a line break, or null where it is no escape after all. */
export function characterOf(token: string): string | null {
  const code = codeOf(token);
  // A cookie is ASCII; longer characters are none of ours, and half a UTF-8 sequence must not become one.
  if (code !== null) return code > 0 && code < 0x80 ? String.fromCharCode(code) : null;
  if (token.startsWith("&")) return entities[token.slice(1, -1)] ?? null;
  const last = token.at(-1) ?? "";
  return /[nr\s]/i.test(last) ? "" : last;
}

function codeOf(token: string): number | null {
  if (token.startsWith("%")) return Number.parseInt(token.slice(1), 16);
  if (/^\\[ux]/i.test(token)) return Number.parseInt(token.slice(2), 16);
  if (/^&#x/i.test(token)) return Number.parseInt(token.slice(3), 16);
  return token.startsWith("&#") ? Number.parseInt(token.slice(2), 10) : null;
}

import { usefulCookies } from "../cookie.ts";

/** The two headers that matter, as text; null where the paste has none. */
export interface PastedHeaders {
  readonly cookie: string | null;
  readonly userAgent: string | null;
}

/** Reads them out of curl's words: `-H 'cookie: …'`, `-b '…'`, `-A '…'` and their long forms. */
export function headersOfCurl(words: readonly string[]): PastedHeaders {
  let cookie: string | null = null;
  let userAgent: string | null = null;
  words.forEach((word, i) => {
    const [option, value] = optionOf(word, words[i + 1] ?? "");
    if (option === "-b" || option === "--cookie") cookie = value;
    if (option === "-A" || option === "--user-agent") userAgent = value;
    if (option !== "-H" && option !== "--header") return;
    cookie = headerIn(value, "cookie") ?? cookie;
    userAgent = headerIn(value, "user-agent") ?? userAgent;
  });
  return { cookie, userAgent };
}

/** Reads them out of a copied request: a `Cookie:` line with others around it, or nothing but its value. */
export function headersOfText(text: string): PastedHeaders {
  const lines = joined(text);
  const named = lines.map((line) => headerIn(line, "cookie")).find((value) => value !== null);
  const userAgent = lines.map((line) => headerIn(line, "user-agent")).find((value) => value !== null);
  const bare = lines.filter((line) => !headerStart.test(line)).join("; ");
  return { cookie: named ?? (bare === "" ? null : bare), userAgent: userAgent ?? null };
}

function optionOf(word: string, next: string): readonly [option: string, value: string] {
  const glued = /^(-[bAH]|--(?:cookie|header|user-agent)=)(.+)$/s.exec(word);
  return glued === null ? [word, next] : [(glued[1] ?? "").replace(/=$/, ""), glued[2] ?? ""];
}

function headerIn(line: string, name: string): string | null {
  const match = /^\s*([\w-]+)\s*:\s*(.*)$/s.exec(line);
  return match?.[1]?.toLowerCase() === name ? (match[2] ?? "").trim() : null;
}

/** A header's name, a colon and a space: no cookie value begins like that. */
const headerStart = /^\s*:?[A-Za-z][\w-]*:(?:\s|$)/;
const cookieStart = new RegExp(`^\\s*(?:${usefulCookies.join("|")})=`);

/**
 * Puts a wrapped line together again; a list of one cookie in each line stays one. A line that begins with a cookie we
 * know is the next one, not a wrap.
 */
function joined(text: string): string[] {
  const written = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  if (!text.includes(";") && written.every((line) => /^\s*[\w-]+=/.test(line))) return written;
  const lines: string[] = [];
  for (const line of written) {
    const last = lines.at(-1);
    if (last === undefined || headerStart.test(line) || /^\s*(?:cookie|user-agent):/i.test(line)) {
      lines.push(line);
    } else {
      const apart = cookieStart.test(line) && !/[;:]\s*$/.test(last) ? "; " : "";
      lines[lines.length - 1] = `${last}${apart}${apart === "" ? unindented(line, last) : line}`;
    }
  }
  return lines;
}

/** A wrap in the middle of a value adds nothing; one after a semicolon may have taken the space with it. */
function unindented(line: string, last: string): string {
  return /;\s*$/.test(last) ? line : line.trimStart();
}

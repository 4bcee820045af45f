/**
 * The words of a command as a POSIX shell with `$'…'` (bash, zsh) reads them: what browsers write for "Copy as cURL".
 * Nothing is expanded or run. An unfinished quote ends with the text: half a paste is still worth reading.
 */
export function shellWords(command: string): string[] {
  const words: string[] = [];
  let word: string | null = null;
  let at = 0;
  while (at < command.length) {
    const rest = command.slice(at, at + 2);
    const char = command.charAt(at);
    if (/\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
      at += 1;
    } else if (/^\\\r?$/.test(rest.replace("\n", ""))) {
      at = command.indexOf("\n", at) < 0 ? command.length : command.indexOf("\n", at) + 1;
    } else {
      const piece = pieceAt(command, at);
      word = (word ?? "") + piece.text;
      at = piece.end;
    }
  }
  return word === null ? words : [...words, word];
}

interface Piece {
  readonly text: string;
  readonly end: number;
}

function pieceAt(command: string, at: number): Piece {
  const char = command.charAt(at);
  if (char === "'") return quoted(command, at + 1, "'", /(?!)/y, () => "");
  if (char === '"') return quoted(command, at + 1, '"', /\\(?:\r?\n|[\s\S])/y, doubleEscape);
  if (command.startsWith("$'", at)) return quoted(command, at + 2, "'", ansiEscapes, ansiEscape);
  if (char === "\\") return { text: command.charAt(at + 1), end: at + 2 };
  return { text: char, end: at + 1 };
}

function quoted(
  command: string,
  start: number,
  close: string,
  escaped: RegExp,
  meaning: (written: string) => string,
): Piece {
  let text = "";
  let at = start;
  while (at < command.length && command.charAt(at) !== close) {
    escaped.lastIndex = at;
    const match = escaped.exec(command);
    text += match === null ? command.charAt(at) : meaning(match[0]);
    at += match === null ? 1 : match[0].length;
  }
  return { text, end: at + 1 };
}

/** Within double quotes a backslash means something before four characters only. */
function doubleEscape(written: string): string {
  const next = written.slice(1);
  if (/^\r?\n$/.test(next)) return "";
  return /[$`"\\]/.test(next) ? next : written;
}

const ansiEscapes = /\\(?:u[0-9a-fA-F]{1,4}|x[0-9a-fA-F]{1,2}|[0-7]{1,3}|[\s\S])/y;
const ansiLetters: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function ansiEscape(written: string): string {
  const kind = written.charAt(1);
  if (/^\\[ux]./.test(written)) return String.fromCharCode(Number.parseInt(written.slice(2), 16));
  if (/[0-7]/.test(kind)) return String.fromCharCode(Number.parseInt(written.slice(1), 8));
  return ansiLetters[kind] ?? kind;
}

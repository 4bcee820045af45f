/** Where a session goes, and whose it will be: what a code from Lapse's page says. */
export interface Destination {
  readonly origin: string;
  /** The secret part; only the destination knows whose it is. */
  readonly code: string;
}

export type ReadCode =
  | { readonly ok: true; readonly destination: Destination }
  | { readonly ok: false; readonly problem: string };

const notWhole = "That is not a whole code. Copy all of it from Lapse's page: it begins with https://.";
const notSafe =
  "That code leads to an address without https, where others could read what is sent. Nothing is sent there.";

/** Reads `https://lapse.example.org/#<code>`. Without https only an address on this computer is taken. */
export function readCode(text: string): ReadCode {
  const url = URL.parse(text.trim());
  if (url === null) return { ok: false, problem: notWhole };
  const { protocol, hostname, origin, pathname, search, username, password, hash } = url;
  if (protocol !== "https:" && !(protocol === "http:" && isThisComputer(hostname)))
    return { ok: false, problem: /^\w+:$/.test(protocol) && hostname !== "" ? notSafe : notWhole };
  const plain = pathname === "/" && search === "" && username === "" && password === "";
  const code = hash.slice(1);
  if (!plain || !/^[\w.-]{20,500}$/.test(code)) return { ok: false, problem: notWhole };
  return { ok: true, destination: { origin, code } };
}

function isThisComputer(hostname: string): boolean {
  return hostname === "localhost" || hostname === "127.0.0.1";
}

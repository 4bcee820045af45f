import { addressOfSlug, type ProfileAddress } from "../../invitation/profile.ts";

/** One invitation as the page's own data tell of it. */
export interface DataEntry {
  readonly id: string;
  readonly addresses: readonly ProfileAddress[];
  /** First and last name, joined; empty where the data have none. */
  readonly name: string;
  /** Whether the data say that the row's control withdraws this invitation, whatever the language. */
  readonly withdrawable: boolean;
  /** False where the data say that it is about something else than a person. */
  readonly person?: false;
  /** Whether the data say that a note went with it; absent where they do not say. */
  readonly hasNote?: boolean;
}

/** How far around an id its object may reach, in characters. */
const reach = 4_000;

/**
 * The invitations in a text of the page's own: the island in its scripts (`self.__next_f.push([1,"…"])`, escaped
 * once more) or a pagination answer. The framing around the objects is not relied on: each id is looked up, and the
 * smallest JSON object around it that also names a person is read. In the text's order, each id once.
 */
export function entriesIn(text: string, direction: "sent" | "received" = "sent"): DataEntry[] {
  if (!text.includes("invitationId")) return [];
  const plain = unescaped(text);
  const found = new Map<string, DataEntry>();
  for (const match of plain.matchAll(/"invitationId"\s*:\s*"?(\d{15,20})"?/g)) {
    const id = match[1];
    if (id === undefined || found.has(id)) continue;
    const object = objectAround(plain, match.index);
    if (object !== null) found.set(id, entryOf(id, object, direction));
  }
  return [...found.values()];
}

/**
 * The page's data come as texts in `self.__next_f.push([1,"…"])` calls, and where they are cut is nobody's promise [I]:
 * an object may begin in one and end in the next. All of them, in the order of the page.
 */
export function joinedPushes(scripts: readonly string[]): string {
  const pushes = scripts.flatMap((script) => [
    ...script.matchAll(/__next_f\.push\(\[\s*\d+\s*,\s*("(?:[^"\\]|\\.)*")\s*\]\)/gs),
  ]);
  return pushes.map((match) => decodedText(match[1] ?? "")).join("");
}

function decodedText(literal: string): string {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return "";
  }
}

/** Whether a text holds ids of invitations at all, understood or not. A script that only names the key holds none. */
export function mentionsInvitations(text: string): boolean {
  return /invitationId[\\"'\s:]{1,12}\d{15}|urn:li:(?:fsd?_)?(?:rel)?invitation:\(?\d{15}/i.test(text);
}

function entryOf(id: string, object: Record<string, unknown>, direction: "sent" | "received"): DataEntry {
  const text = (key: string) => (typeof object[key] === "string" ? object[key] : "");
  const urn = text("profileUrn").split(":").at(-1) ?? "";
  // Of a received one the invitee is the member; the key mirrors the sent side's [I].
  const slug = text(direction === "sent" ? "inviteeVanityName" : "inviterVanityName");
  const addresses = [slug, urn].map(addressOfSlug).filter((address) => address !== null);
  return {
    id,
    addresses,
    name: `${text("firstName")} ${text("lastName")}`.trim(),
    withdrawable: /WITHDRAW/.test(text("trackingActionType")),
    ...(isPersons(object) ? {} : { person: false }),
  };
}

/** What else can be invited to has a reference of its own, and another type than 1, that of a connection [I]. */
function isPersons(object: Record<string, unknown>): boolean {
  const type = object["invitationType"];
  const other = Object.keys(object).some((key) =>
    /^(company|school|organization|group|event|contentSeries|newsletter)Urn$/i.test(key),
  );
  return !other && (type === undefined || /^1$|(?:^|_)CONNECTION$/.test(String(type)));
}

/** Strings that are themselves JSON with a key are opened, twice where need be; all else stays as it is. */
export function unescaped(text: string, key = "invitationId"): string {
  const once = opened(text, key);
  return once === text ? text : opened(once, key);
}

function opened(text: string, key: string): string {
  const escapedKey = `\\"${key}`;
  if (!text.includes(escapedKey)) return text;
  return text.replace(/"(?:[^"\\]|\\.)*"/gs, (literal) => {
    if (!literal.includes(escapedKey)) return literal;
    try {
      return JSON.parse(literal) as string;
    } catch {
      return literal;
    }
  });
}

function objectAround(text: string, at: number): Record<string, unknown> | null {
  const floor = Math.max(0, at - reach);
  for (let open = text.lastIndexOf("{", at); open >= floor; open = text.lastIndexOf("{", open - 1)) {
    const close = closingBrace(text, open);
    if (close < at) {
      if (open === 0) break;
      continue;
    }
    const source = text.slice(open, close + 1);
    // A brace inside a name opens nothing: what cannot be read is no object, and the next one outwards is tried.
    const object = /"(?:invite[er]VanityName|profileUrn)"/.test(source) ? parsed(source) : null;
    if (object !== null) return object;
    if (open === 0) break;
  }
  return null;
}

/** Reads an object; null where it holds more than one invitation, since then it is not clear whose data these are. */
function parsed(source: string): Record<string, unknown> | null {
  const ids = new Set([...source.matchAll(/"invitationId"\s*:\s*"?(\d+)"?/g)].map((match) => match[1]));
  if (ids.size !== 1) return null;
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** Where the object that opens at `open` ends; -1 where it does not within reach. */
export function closingBrace(text: string, open: number): number {
  let depth = 0;
  let quoted = false;
  const end = Math.min(text.length, open + 2 * reach);
  for (let i = open; i < end; i++) {
    const c = text[i];
    if (quoted) {
      if (c === "\\") i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === "{") depth++;
    else if (c === "}" && --depth === 0) return i;
  }
  return -1;
}

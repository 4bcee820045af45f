import { type NeededCookie, neededCookies } from "@lapse/core/session/cookie";
import { parsePaste } from "@lapse/core/session/paste";
import type { Session } from "@lapse/core/session/session";

/** What is wrong with a paste. It holds nothing of what was pasted but the names of cookies that we know. */
export type PasteProblem =
  | { readonly kind: "empty" }
  /** No cookie of LinkedIn's in it. */
  | { readonly kind: "no-cookies" }
  /** Some, and not the one that signs in. */
  | { readonly kind: "signed-out"; readonly missing: readonly NeededCookie[] }
  /** It may work all the same. */
  | { readonly kind: "incomplete"; readonly missing: readonly NeededCookie[] };

export type ReadPaste =
  | { readonly ok: true; readonly session: Session; readonly missing: readonly NeededCookie[] }
  | { readonly ok: false; readonly problem: PasteProblem };

/** @param evenIncomplete whether the member asked for a try although cookies are missing */
export function readPaste(text: string, evenIncomplete: boolean): ReadPaste {
  if (text.trim() === "") return { ok: false, problem: { kind: "empty" } };
  const paste = parsePaste(text);
  const { missing } = paste;
  if (paste.kind === "nothing") {
    const kind = missing.length === neededCookies.length ? "no-cookies" : "signed-out";
    return { ok: false, problem: { kind, missing } };
  }
  if (missing.length > 0 && !evenIncomplete) return { ok: false, problem: { kind: "incomplete", missing } };
  return { ok: true, session: paste.session, missing };
}

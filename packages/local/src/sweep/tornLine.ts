import type { LedgerEvent } from "@lapse/core/ledger/event";
import { ledgerRecord } from "@lapse/core/ledger/record";

/** How every line of ours begins: what is left of one begins so, too. */
const begins = '{"kind":"';
const intentBegins = `${begins}intent"`;
/** Where a line of these names somebody, a click may have been made. */
const clicked = ["intent", "withdrawn", "ignored", "unverified"] as const;

/** What a last line without its end means: foreign, nothing that counts, or an event that counts, and its text. */
export type Torn =
  | { readonly kind: "foreign" | "nothing" }
  | { readonly kind: "event"; readonly event: LedgerEvent; readonly text: string };

/**
 * Reads what a power cut or a full disk left of a last line. No click is made on the strength of a line that is not
 * whole, and what comes after a click is preceded by its intent, so such a line could be cut off. Disks lie, though:
 * what may have been an intent is taken for one, and the next reading of the list settles it; an intent of whom nobody
 * can tell counts against the day's limit. @param at of one that does not say it itself, ms @param where its first byte
 */
export function readTorn(tail: string, at: number, where: number): Torn {
  if (!startsAlike(tail, begins)) return { kind: "foreign" };
  const whole = ledgerRecord.safeParse(json(tail));
  if (whole.success) return { kind: "event", event: whole.data, text: tail };
  const named = intentTo(invitationIn(tail), at);
  if (named !== null && clicked.some((kind) => tail.startsWith(`${begins}${kind}"`))) return named;
  if (!startsAlike(tail, intentBegins)) return { kind: "nothing" };
  const name = `somebody (a line of the ledger was cut short at byte ${where})`;
  const nobody = { id: null, profile: null, name, sentAt: null };
  return intentTo(nobody, at) ?? { kind: "foreign" };
}

function intentTo(invitation: unknown, at: number): Torn | null {
  const said = { kind: "intent", invitation, at, run: "cut-short", account: null };
  const read = ledgerRecord.safeParse(said);
  return read.success ? { kind: "event", event: read.data, text: JSON.stringify(said) } : null;
}

function invitationIn(tail: string): unknown {
  return json(/"invitation":(\{(?:[^"{}]|"(?:[^"\\]|\\.)*")*\})/.exec(tail)?.[1] ?? "");
}

function startsAlike(text: string, start: string): boolean {
  return text.slice(0, start.length) === start.slice(0, text.length);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import type { FormFields } from "@lapse/core/member/policyForm";
import type { Context } from "hono";
import { isAdded } from "./queryFields.ts";

/** Which fields a form has. Without `only`, any may come; those in `lists` may come several times. */
export interface FormShape {
  readonly only?: readonly string[];
  readonly lists?: readonly string[];
}

/** What was sent is no form that any page of ours sends; the answer is a page with this sentence. */
export class FormRefused extends Error {
  override readonly name = "FormRefused";
  readonly status: 400 | 415;

  constructor(status: 400 | 415, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

/** The fields of a sent form, or of a query. Throws FormRefused. */
export async function formFields(context: Context, shape: FormShape = {}): Promise<FormFields> {
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of pairsIn(await sent(context))) {
    if (reads(context) && isAdded(name)) continue;
    const before = fields.get(name);
    if (shape.only !== undefined && !shape.only.includes(name))
      throw new FormRefused(400, "The form had a field that this page does not know. Nothing was changed.");
    if (before === undefined) fields.set(name, shape.lists?.includes(name) ? [value] : value);
    else if (Array.isArray(before)) before.push(value);
    else throw new FormRefused(400, "A field of the form came twice. Nothing was changed.");
  }
  return Object.fromEntries(fields);
}

function reads({ req }: Context): boolean {
  return req.method === "GET" || req.method === "HEAD";
}

const formType = /^application\/x-www-form-urlencoded\s*(?:;|$)/i;

async function sent(context: Context): Promise<Uint8Array> {
  if (reads(context)) return new TextEncoder().encode(new URL(context.req.url).search.slice(1));
  const body = new Uint8Array(await context.req.arrayBuffer());
  if (body.length === 0 || formType.test(context.req.header("content-type") ?? "")) return body;
  throw new FormRefused(415, "What was sent is no form of this page. Nothing was changed.");
}

/** Names and values as the URL standard reads them, but that bytes which are no text are refused, not replaced. */
function* pairsIn(body: Uint8Array): Generator<[string, string]> {
  const encoded = textOf(body);
  for (const pair of encoded.split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const [name, value] = equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
    yield [decoded(name), decoded(value)];
  }
}

function decoded(part: string): string {
  const spaced = part.replaceAll("+", " ");
  if (!spaced.includes("%")) return spaced;
  const bytes = new TextEncoder().encode(spaced);
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const hex = bytes[at] === 0x25 ? byteAt(bytes, at) : null;
    out[length++] = hex ?? bytes[at] ?? 0;
    if (hex !== null) at += 2;
  }
  return textOf(out.subarray(0, length));
}

/** The byte that `%41` stands for; null where no two hexadecimal digits follow, and then `%` is itself. */
function byteAt(bytes: Uint8Array, at: number): number | null {
  const digits = String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
  return /^[0-9a-f]{2}$/i.test(digits) ? Number.parseInt(digits, 16) : null;
}

function textOf(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text === null || text.includes("\0"))
    throw new FormRefused(400, "The form holds characters that are no text. Nothing was changed.");
  return text;
}

/** UTF-8 has no lone surrogates, so those are refused here, too. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (fault) {
    if (fault instanceof TypeError) return null;
    throw fault;
  }
}

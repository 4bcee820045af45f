const utf16 = [Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xfe, 0xff)];

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly why: string };

/**
 * A file's text, without a byte order mark. Bytes that are no UTF-8 are not guessed at: a name that was kept would be
 * another one, and nobody would be kept by it.
 */
export function decoded(bytes: Uint8Array): Decoded {
  if (utf16.some((mark) => mark.every((byte, i) => bytes[i] === byte)))
    return { ok: false, why: "it is UTF-16, not UTF-8: save it as UTF-8" };
  try {
    return { ok: true, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, why: "it is not UTF-8 (some other encoding, Latin-1 perhaps): save it as UTF-8" };
  }
}

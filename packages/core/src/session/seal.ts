/**
 * Makes a session unreadable to everybody but the sweep. What is sealed for one context (the member's id, what it is
 * for) opens only with the same one: an implementation compares it itself and does not trust its library to.
 */
export interface Sealer {
  seal(plain: string, context: Record<string, string>): Promise<Uint8Array>;
  /** Rejects where the bytes were altered, the key is another, or the context differs. */
  open(sealed: Uint8Array, context: Record<string, string>): Promise<string>;
}

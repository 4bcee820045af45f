/** The person who started Lapse has to act; the message says what is wrong and what to do, in one sentence. */
export class StackRefused extends Error {
  override readonly name = "StackRefused";
  readonly actor = "operator";
  readonly retry = false;
}

/** A part of the stack did not start or does not answer. The same start again can help. */
export class StackFailed extends Error {
  override readonly name = "StackFailed";
  readonly actor = "operator";
  readonly retry = true;
}

import { LapseError } from "@lapse/core/errors";

/**
 * A fault that the person who runs Lapse can mend: a missing variable, a key file that others can read. Its message
 * names the thing and the remedy. Trying again changes nothing.
 */
export class OperatorError extends LapseError {
  override readonly name = "OperatorError";

  constructor(message: string, cause?: unknown) {
    super(message, { actor: "operator", retry: false, ...(cause === undefined ? {} : { cause }) });
  }
}

/** Something stored that can't be what we wrote, or can't be written. Nothing is guessed from it or put over it. */
export class StoredStateError extends LapseError {
  override readonly name = "StoredStateError";

  constructor(message: string, cause?: unknown) {
    super(message, { actor: "us", retry: false, ...(cause === undefined ? {} : { cause }) });
  }
}

/** An event from another service that is not as it is documented. It is not guessed at, and the message quotes nothing of it. */
export class ForeignEventError extends LapseError {
  override readonly name = "ForeignEventError";

  constructor(message: string) {
    super(message, { actor: "us", retry: false });
  }
}

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

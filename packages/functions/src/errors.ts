/**
 * A fault that the person who runs Lapse can mend: a missing variable, a key file that others can read, a table that
 * is not there. Its message names the thing and the remedy. Trying again changes nothing.
 */
export class OperatorError extends Error {
  readonly actor = "operator";
  readonly retry = false;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "OperatorError";
  }
}

/** A fault of ours or a stored record that cannot be what we wrote. Nothing is guessed from it. */
export class LapseError extends Error {
  readonly actor = "us";
  readonly retry: boolean;

  constructor(message: string, options?: ErrorOptions & { readonly retry?: boolean }) {
    super(message, options);
    this.name = "LapseError";
    this.retry = options?.retry ?? false;
  }
}

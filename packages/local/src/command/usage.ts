/** Something that was asked for wrongly: one line that says what and why. Nothing was opened. Exit status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly actor = "member";
  readonly retry = false;
}

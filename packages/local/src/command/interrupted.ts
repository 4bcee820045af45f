/** Whoever runs the command ended it before anything was opened. Exit status 8. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

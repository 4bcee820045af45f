import { LapseError } from "../errors.ts";

/**
 * What a sweep has to have on record does not get there: the disk is full, or may not be written to. Nothing may be
 * clicked without a record, so it ends the sweep. A store throws it only where nothing half written counts.
 */
export class RecordUnwritable extends LapseError {
  override readonly name = "RecordUnwritable";
  /** A clause that names the place and the cause. */
  readonly why: string;
  /** A clause that says what the operator has to do. */
  readonly remedy: string;

  constructor(why: string, remedy: string, cause?: unknown) {
    super(`${why}: ${remedy}.`, { actor: "operator", retry: false, cause });
    this.why = why;
    this.remedy = remedy;
  }
}

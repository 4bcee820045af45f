/** Who has to act before things can go on. */
export type ErrorActor = "member" | "operator" | "us";

export interface LapseErrorOptions {
  readonly actor: ErrorActor;
  /** Whether the same thing tried again later can succeed without anybody's doing. */
  readonly retry: boolean;
  readonly cause?: unknown;
}

/** Every error that Lapse throws on purpose: it says who has to act and whether a retry helps. */
export class LapseError extends Error {
  override readonly name: string = "LapseError";
  readonly actor: ErrorActor;
  readonly retry: boolean;

  constructor(message: string, { actor, retry, ...options }: LapseErrorOptions) {
    super(message, options);
    this.actor = actor;
    this.retry = retry;
  }
}

/** A stored member record is not one that this version wrote. Nothing is guessed; the operator has to look at it. */
export class MemberRecordError extends LapseError {
  override readonly name = "MemberRecordError";

  constructor(message: string, cause?: unknown) {
    super(message, { actor: "operator", retry: false, ...(cause === undefined ? {} : { cause }) });
  }
}

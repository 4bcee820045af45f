/** One run of the program, as the process that runs it is told. */
export interface Job {
  /** The bundled program. */
  readonly bundle: string;
  readonly stage: string;
  /** What the deploying shell would have set. */
  readonly settings: Readonly<Record<string, string>>;
  /** The file that the outcome goes to. */
  readonly output: string;
}

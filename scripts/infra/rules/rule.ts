import type { Program } from "../program/resource.ts";

/** Something that is not as it has to be. */
export interface Violation {
  /** The resource's name in the program. */
  readonly resource: string;
  /** What is wrong with it, as the end of a sentence that begins with its name. */
  readonly fault: string;
  readonly remedy: string;
}

export interface Rule {
  /** For tables and for the faults that prove it. */
  readonly name: string;
  /** What holds, as a sentence. */
  readonly holds: string;
  readonly check: (program: Program) => readonly Violation[];
}

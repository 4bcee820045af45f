import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { FunctionName } from "../../infra/bundling.ts";
import { measuredFile } from "./paths.ts";

export interface FunctionMeasure {
  /** From the start of the process until it asks for its first event, ms. */
  readonly initMs: number;
  readonly warmMs: number;
  /** At the peak, of the whole tree of processes. */
  readonly maxMemoryMb: number;
}

/** Of a sweep in a warm process, ms. */
export interface SweepMeasure {
  /** A whole sweep that withdraws nothing. */
  readonly readMs: number;
  /** What a withdrawal adds, its proof included. */
  readonly withdrawalMs: number;
  /** What the first sweep of a process takes more: unpacking and first starting the browser. */
  readonly unpackMs: number;
}

/** The names under which `npm run bench -- cost` reads them. */
const written: Readonly<Record<FunctionName, string>> = {
  ...{ Dispatch: "dispatch", DigestDispatch: "digestDispatch", Sweep: "sweep" },
  ...{ Digest: "digest", Web: "web", MailEvents: "mailEvents" },
};

export function writeMeasured(
  functions: Readonly<Record<FunctionName, FunctionMeasure>>,
  sweep: SweepMeasure,
): void {
  const measures = Object.entries(functions).map(([name, measure]) => [
    written[name as FunctionName],
    rounded({ ...measure }),
  ]);
  mkdirSync(dirname(measuredFile), { recursive: true });
  const content = { functions: Object.fromEntries(measures), sweep: rounded({ ...sweep }) };
  writeFileSync(measuredFile, `${JSON.stringify(content, null, 2)}\n`);
}

function rounded(measure: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(measure).map(([name, value]) => [name, Math.round(value * 10) / 10]),
  );
}

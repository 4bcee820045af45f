/** Whether the browser has a process for each task, as browsers do, or everything in one. */
export type Rung = "several-processes" | "one-process";

/** How a browser came to run. */
export interface BrowserStart {
  readonly rung: Rung;
  /** From 1, over all rungs. */
  readonly attempt: number;
  /** Since the first attempt. */
  readonly ms: number;
}

/**
 * What is tried, one after the other. The first rung started 1,500 times out of 1,500 here, also without the rights that
 * Lambda is known to withhold; but it was never run on Lambda, where older browsers hung with more than one process
 * (Sparticuz/chromium issues 80 and 112). So there, and nowhere else, the last attempt is with one: it shields the pages of
 * different sites from each other less, and of 600 here ten crashed as they ended.
 */
export function ladder(lambda: boolean): readonly Rung[] {
  const usual = ["several-processes", "several-processes", "several-processes"] as const;
  return lambda ? [...usual, "one-process"] : usual;
}

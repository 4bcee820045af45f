import type { DialogFault } from "../../member/faults.ts";
import type { PageConfig } from "../config.ts";

let shown = 0;

/** The fault of the next dialog that the page shows without asking; counted as the server counts the others. */
export function faultOf({ rules, before }: NonNullable<PageConfig["dialog"]>): DialogFault | null {
  const n = before + ++shown;
  const met = rules.find(({ from = 1, times = Number.POSITIVE_INFINITY }) => n >= from && n < from + times);
  return met === undefined ? null : met.fault;
}

import type { LedgerView } from "../ledger/fold.ts";
import type { Trigger } from "../plan/plan.ts";
import type { SweepRequest } from "./ports.ts";

/** Who started this sweep, as the plan asks it, with what the ledger says of who was told. */
export function triggerOf({ trigger }: Pick<SweepRequest, "trigger">, view: LedgerView): Trigger {
  if (trigger === "by-hand") return { kind: "by-hand" };
  const { announced, promised, confirmedDue } = view;
  return { kind: "scheduled", announced, promised, confirmedDue };
}

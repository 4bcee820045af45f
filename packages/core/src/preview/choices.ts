import { type PlanInput, plan } from "../plan/plan.ts";

/** What a number of days would mean. */
export interface DaysChoice {
  readonly days: number;
  /** How many would be due now. */
  readonly due: number;
  /** Whether it is what the policy says. */
  readonly chosen: boolean;
}

const offered = [7, 14, 21, 30, 45, 60, 90, 180];

/** How many of the sent list would be due at each of some numbers of days, the policy's own among them; by days. */
export function dueByDays(input: PlanInput): DaysChoice[] {
  const own = input.policy.olderThanDays;
  const all = [...new Set([...offered, own])].sort((a, b) => a - b);
  return all.map((days) => {
    const { items } = plan({ ...input, policy: { ...input.policy, olderThanDays: days } });
    return { days, due: items.filter((item) => item.state === "due").length, chosen: days === own };
  });
}

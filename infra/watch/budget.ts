import type { Stage } from "../stage.ts";

/**
 * Mails the operator when the account's month costs more than planned, or will at this pace. It counts the whole account:
 * costs by tag are known to AWS only after somebody has activated the tag for billing.
 */
export function budget({ name, alarmMail, monthlyDollars }: Stage): void {
  if (alarmMail === null) return;
  const notice = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
    ...{ notificationType, threshold, thresholdType: "PERCENTAGE", comparisonOperator: "GREATER_THAN" },
    subscriberEmailAddresses: [alarmMail],
  });
  new aws.budgets.Budget("Budget", {
    name: `${$app.name}-${name}`,
    budgetType: "COST",
    timeUnit: "MONTHLY",
    limitAmount: String(monthlyDollars),
    limitUnit: "USD",
    notifications: [notice("ACTUAL", 80), notice("FORECASTED", 100)],
  });
}

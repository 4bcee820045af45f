import { readMeasured } from "./measured.ts";
import { prices } from "./prices.ts";
import { costLines, totalOf } from "./table.ts";
import { memberMonth, sweepSeconds, usageOf } from "./usage.ts";

/** Prints what a month costs with 100 and with 10,000 members, line by line, from what was measured. */
export function benchCost(): void {
  const measured = readMeasured();
  const { all, answered, paused } = sweepSeconds(measured);
  console.log(
    `cost of a month, list prices of ${prices.region} compared on ${prices.comparedOn}, no free tier:`,
  );
  console.log(
    `  one member: ${memberMonth.sweeps} sweeps and ${memberMonth.withdrawals} withdrawals, ${all.toFixed(0)} billed seconds at 2 GB, of them ${paused.toFixed(0)} pauses and ${answered.toFixed(0)} waiting for LinkedIn (assumed)`,
  );
  for (const members of [100, 10_000]) {
    const lines = costLines(usageOf(members, measured));
    const total = totalOf(lines);
    console.log(
      `  ${members.toLocaleString("en")} members: $${total.toFixed(2)} ($${(total / members).toFixed(4)} each)`,
    );
    for (const { what, arithmetic, dollars } of lines)
      console.log(`    ${what.padEnd(40)} ${arithmetic.padEnd(32)} $${dollars.toFixed(2)}`);
  }
}

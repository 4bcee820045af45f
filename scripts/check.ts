import { staticChecks, summary } from "./step.ts";

const results = await staticChecks();
console.log(summary(results));
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

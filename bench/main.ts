import { benchCost } from "./cost/main.ts";
import { benchDashboard } from "./dashboard.ts";
import { benchDispatch } from "./dispatch.ts";
import { benchMemory } from "./memory.ts";
import { benchSweep } from "./sweep.ts";

const which = process.argv[2] ?? "all";
if (which === "sweep" || which === "all") {
  await benchSweep(100);
  await benchSweep(0);
}
if (which === "memory" || which === "all") await benchMemory();
if (which === "dashboard" || which === "all") await benchDashboard();
if (which === "dispatch" || which === "all") await benchDispatch();
// Not among all: it computes, from what `npm run lambda:check` measured.
if (which === "cost") benchCost();

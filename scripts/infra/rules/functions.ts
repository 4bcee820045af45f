import { all, functionNamed, functionsOf } from "./find.ts";
import type { Rule } from "./rule.ts";

const names = ["Dispatch", "DigestDispatch", "Sweep", "Digest", "Web", "MailEvents"];

export const runtimes: Rule = {
  name: "functions run on Node 24",
  holds: "All six functions are there and run on Node 24, and each writes into its own log, which forgets.",
  check: (program) => {
    const logs = new Map(
      all(program, "aws:cloudwatch/logGroup:LogGroup").map(({ props }) => [
        props["name"],
        props["retentionInDays"],
      ]),
    );
    const missing = names.filter((name) => functionNamed(program, name) === undefined);
    return [
      ...missing.map((resource) => ({
        resource,
        fault: "is missing",
        remedy: "make it in infra/functions.ts",
      })),
      ...functionsOf(program).flatMap(({ resource, runtime, loggingConfig }) => {
        const kept = logs.get(loggingConfig?.logGroup);
        return [
          ...(runtime === "nodejs24.x"
            ? []
            : [{ resource, fault: `runs on ${runtime}`, remedy: "set the runtime in infra/function.ts" }]),
          // The function at the edge logs in whichever region is near the viewer, in groups that Lambda makes there.
          ...(resource === "PagesRouterEdgeFunction" || (typeof kept === "number" && kept > 0 && kept <= 90)
            ? []
            : [
                {
                  resource,
                  fault: "keeps its log for ever, or for longer than 90 days",
                  remedy: "give it the log group of infra/function.ts",
                },
              ]),
        ];
      }),
    ];
  },
};

export const sweepSize: Rule = {
  name: "the sweep fits its browser",
  holds:
    "The sweep has 15 minutes, 2,048 MB, 1,024 MB of temporary files, and x86_64 (Chromium has no other).",
  check: (program) => {
    const sweep = functionNamed(program, "Sweep");
    if (sweep === undefined) return [];
    const wrong = {
      "may not take 15 minutes": sweep.timeout !== 900,
      "has not the 2,048 MB that were measured": sweep.memorySize !== 2048,
      "has not 1,024 MB of temporary files": sweep.ephemeralStorage?.size !== 1024,
      "is not x86_64": sweep.architectures?.join() !== "x86_64",
    };
    return Object.entries(wrong)
      .filter(([, is]) => is)
      .map(([fault]) => ({ resource: sweep.resource, fault, remedy: "see infra/functions.ts" }));
  },
};

/** AWS lets nobody reserve the last so many of an account's concurrency. */
const kept = 100;
/** The quota that docs/operations.md tells an operator to ask for. */
const quota = 1_000;

export const concurrency: Rule = {
  name: "nobody takes it all",
  holds:
    "In production sweeps and pages have a limit of their own, which is kept for them, and the rest of the account's concurrency is left to the others; or neither has, where an account has too little. Other stages reserve nothing, because a new account cannot.",
  check: (program) => {
    const reserved = functionsOf(program).filter((each) => each.reservedConcurrentExecutions !== undefined);
    const names = reserved.map(({ resource }) => resource);
    const sum = reserved.reduce((all, each) => all + (each.reservedConcurrentExecutions ?? 0), 0);
    const allowed = program.stage === "production" ? ["SweepFunction", "WebFunction"] : [];
    const remedy = "see infra/stage.ts and infra/functions.ts";
    const none = names.length === 0;
    return [
      ...allowed
        .filter((name) => !none && !names.includes(name))
        .map((resource) => ({ resource, fault: "has no limit of its own, and the other has", remedy })),
      ...reserved
        .filter((each) => !allowed.includes(each.resource) || (each.reservedConcurrentExecutions ?? 0) < 2)
        .map(({ resource, reservedConcurrentExecutions: most }) => ({
          resource,
          fault: `reserves ${String(most)}`,
          remedy,
        })),
      ...(sum <= quota - kept
        ? []
        : [{ resource: "functions", fault: `reserve ${sum} of ${quota} together`, remedy }]),
    ];
  },
};

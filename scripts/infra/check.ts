import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { describe, difference } from "./describe.ts";
import { changes } from "./faults/changes.ts";
import { provedFaults } from "./faults/prove.ts";
import { typesOf } from "./links.ts";
import { root } from "./paths.ts";
import { unpackPlatform } from "./platform.ts";
import { executeInTwos, type Outcome, type Run } from "./program/execute.ts";
import { broken, rules } from "./rules/rules.ts";
import { table } from "./table.ts";
import { complaintsAbout, infraComplaints } from "./types.ts";

const help = `npm run infra:check [-- --write]

Runs sst.config.ts and infra/ with SST's real components against no AWS, for the stages production and pr-1, and says of
every resource whether it is as it has to be; and again as an operator may have changed the program. Then it breaks the program on purpose, once for each rule that matters
most, and sees that the rule notices. No AWS account, no credentials. Never asks AWS anything: what AWS itself would
say to a deploy stays unproved.

  --write   renews sst-env.d.ts, the types of what is linked to the functions
  --help

The first run unpacks SST's platform into .sst (430 MB; needs the npm registry).
Exit status: 0 when everything holds, 1 when something does not, 2 when it was called wrongly.`;

const startedAt = performance.now();
const say = (line: string) => console.log(`infra: ${line}`);
const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
const failures: string[] = [];
const fail = (line: string) => {
  failures.push(line);
  console.error(`infra: WRONG: ${line}`);
};

const options = readOptions();
if (options.help) console.log(help);
else {
  await check(options.write).catch((fault: unknown) =>
    fail(fault instanceof Error ? fault.message : String(fault)),
  );
  if (failures.length === 0) say(`everything holds (${seconds()})`);
  else console.error(`infra: ${failures.length} things are wrong, each said above (${seconds()})`);
  process.exitCode = failures.length === 0 ? 0 : 1;
}

function readOptions(): { readonly help: boolean; readonly write: boolean } {
  try {
    const { help: wanted = false, write = false } = parseArgs({
      options: { help: { type: "boolean" }, write: { type: "boolean" } },
    }).values;
    return { help: wanted, write };
  } catch (fault) {
    console.error(`${fault instanceof Error ? fault.message : String(fault)}\n\n${help}`);
    process.exit(2);
  }
}

async function check(write: boolean): Promise<void> {
  await unpackPlatform(say);
  say(`running the program, twice for each stage (${seconds()})`);
  const rename = { file: "infra/links.ts", find: '"MemberTable"', replace: '"PeopleTable"' };
  const [first, second, firstSmall, secondSmall, renamed, ...changed] = await executeInTwos([
    ...(["production", "production", "pr-1", "pr-1"] as const).map((stage) => ({ stage })),
    { stage: "production", patches: [rename] },
    ...changes.map(({ patches, settings }) => ({ stage: "production" as const, patches, settings })),
  ]);
  const production = sameTwice(ran(first), ran(second));
  const pullRequest = sameTwice(ran(firstSmall), ran(secondSmall));
  console.log(
    `\n${describe(production.program)}\n\n${difference(production.program, pullRequest.program)}\n`,
  );
  for (const { program } of [production, pullRequest]) holds(program, program.stage);
  for (const [index, { name }] of changes.entries())
    holds(ran(changed[index]).program, `production with ${name}`);
  await types(production, ran(renamed), write);
  say(`breaking the program on purpose (${seconds()})`);
  const proved = await provedFaults(production);
  console.log(`\n${table([["fault", "caught by the rule", "what it says"], ...proved.rows])}\n`);
  for (const missed of proved.missed) fail(missed);
}

function ran(outcome: Outcome | undefined): Run {
  if (outcome === undefined || outcome instanceof Error) throw outcome ?? new Error("A run came to nothing.");
  return outcome;
}

function sameTwice(first: Run, second: Run): Run {
  const { stage } = first.program;
  if (first.text === second.text) say(`${stage}: two runs are the same byte for byte, sha256 ${first.hash}`);
  else
    fail(
      `${stage}: two runs differ (${first.hash} and ${second.hash}): something in infra/ depends on time or chance.`,
    );
  return first;
}

function holds(program: Run["program"], which: string): void {
  const found = broken(program);
  for (const { resource, fault, remedy, rule } of found) {
    fail(`${which}: ${resource} ${fault}; ${remedy}. (${rule.name})`);
  }
  if (found.length === 0) say(`${which}: all ${rules.length} rules hold`);
}

/** The types of the links are those of the program, and who reads the links notices when one is renamed. */
async function types({ program }: Run, renamedRun: Run, write: boolean): Promise<void> {
  const file = join(root, "sst-env.d.ts");
  const generated = typesOf(program.links);
  if (write) await writeFile(file, generated);
  if ((await readFile(file, "utf8").catch(() => "")) === generated)
    say("sst-env.d.ts is what the program links");
  else
    fail("sst-env.d.ts is not what the program links: run 'npm run infra:check -- --write' and commit it.");

  const [own, now, renamed] = await Promise.all([
    infraComplaints(),
    complaintsAbout(generated),
    complaintsAbout(typesOf(renamedRun.program.links)),
  ]);
  for (const complaint of [...own, ...now]) fail(complaint);
  if (own.length + now.length === 0)
    say(`sst.config.ts and infra/ are well typed, and so are the links' readers (${seconds()})`);
  const noticed = renamed.find((line) => /resources\.ts.*MemberTable/.test(line));
  if (noticed === undefined)
    fail("A renamed table compiles: packages/functions/src/resources.ts does not read typed links.");
  else say(`a renamed table does not compile: ${noticed}`);
}

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One sweep of a test that is named after scenarios of linkedin/README.md §13. */
export interface ScenarioRow {
  readonly test: string;
  readonly outcome: string;
  /** Clicks on a row's Withdraw, and what was withdrawn, by the replica's journal and record. */
  readonly clicks: number;
  readonly withdrawn: number;
}

let folder: string | undefined;

/** Sweeps of numbered tests are gathered in a file, since tests run in processes of their own. */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), "lapse-scenarios-"));
  process.env["LAPSE_SCENARIOS"] = join(folder, "rows");
}

/** Prints the table: scenario, outcome, clicks, withdrawn. */
export function teardown(): void {
  if (folder === undefined) return;
  const rows = read(join(folder, "rows")).flatMap((row) => {
    const name = /(?:^|> )(\d+(?: and \d+)*): (.*)$/.exec(row.test);
    return name === null ? [] : [{ ...row, numbers: name[1] ?? "", words: name[2] ?? "" }];
  });
  rmSync(folder, { recursive: true, force: true });
  if (rows.length === 0) return;
  const first = (numbers: string) => Number.parseInt(numbers, 10);
  const lines = rows
    .sort((a, b) => first(a.numbers) - first(b.numbers) || a.words.localeCompare(b.words))
    .map(
      ({ numbers, words, outcome, clicks, withdrawn }) =>
        `${numbers.padEnd(9)} ${outcome.padEnd(13)} ${String(clicks).padStart(6)} ${String(withdrawn).padStart(9)}  ${words}`,
    );
  console.log(`\nScenario  Outcome       Clicks Withdrawn  What\n${lines.join("\n")}`);
}

function read(path: string): ScenarioRow[] {
  try {
    return readFileSync(path, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as ScenarioRow);
  } catch {
    // No numbered test ran.
    return [];
  }
}

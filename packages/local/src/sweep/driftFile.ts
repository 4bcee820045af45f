import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const kept = 10;
const name = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.txt$/;

/**
 * Keeps a report in the data directory, readable by its owner alone, and of all reports the last ten. Returns where
 * it is. @param at ms since 1970
 */
export function keepDriftReport(data: string, report: string, at: number): string {
  const folder = join(data, "drift");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${new Date(at).toISOString().replace(/[:.]/g, "-")}.txt`);
  writeFileSync(path, report, { mode: 0o600 });
  // Names are times, so their order is theirs.
  const ours = readdirSync(folder)
    .filter((file) => name.test(file))
    .sort();
  for (const old of ours.slice(0, Math.max(0, ours.length - kept)))
    rmSync(join(folder, old), { force: true });
  return path;
}

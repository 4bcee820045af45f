import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { UsageError } from "./usage.ts";

/** What every command that works on members says of its `--data` option. */
export const dataOptionHelp = `  --data DIR       where members, sessions and the ledger are kept (default: LAPSE_DATA,
                   else ~/.local/share/lapse)`;

/**
 * Where an installation of one's own keeps everything: what `--data` names, else LAPSE_DATA, else the place for data of
 * the person who runs it. Throws UsageError.
 */
export function dataFolder(
  given: string | undefined,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string {
  if (given === "") throw new UsageError("--data needs a directory, and got an empty one.");
  if (given !== undefined) return resolve(given);
  const named = environment["LAPSE_DATA"];
  if (named !== undefined && named !== "") return resolve(named);
  const shared = environment["XDG_DATA_HOME"];
  // By its own rules a relative path there is to be ignored.
  const base = shared?.startsWith("/") ? shared : join(homedir(), ".local", "share");
  return join(base, "lapse");
}

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isLoopback } from "@lapse/browser/memberTab";
import { StackRefused } from "./errors.ts";
import { writeWhole } from "./writeWhole.ts";

/** The origin of the site that a data directory was served for last; null where it never was. */
export function servedSite(path: string): string | null {
  const file = join(path, "site");
  if (!existsSync(file)) return null;
  const text = readFileSync(file, "utf8").trim();
  return URL.canParse(text) ? new URL(text).origin : null;
}

/**
 * Notes which site the members of a data directory are members of. Their sessions and their ledgers mean nothing on
 * another one, and would be sent there: so another is refused. Addresses of this computer may change their port.
 */
export function keepServedSite(path: string, site: string): void {
  const elsewhere = "name another directory with --data.";
  if (existsSync(join(path, "replica.json")))
    throw new StackRefused(`${path} holds the demonstration on the replica: ${elsewhere}`);
  const before = servedSite(path);
  if (before !== null && before !== site && !(isLoopback(before) && isLoopback(site)))
    throw new StackRefused(`${path} holds members of ${before}, not of ${site}: ${elsewhere}`);
  if (before !== site) writeWhole(join(path, "site"), `${site}\n`);
}

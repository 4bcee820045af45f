import { lstatSync, readFileSync, statSync } from "node:fs";
import { UsageError } from "../command/usage.ts";

/** What a ledger file holds, and when it was last changed (ms since 1970). Empty where there is none yet. Throws UsageError. */
export function ledgerText(path: string): { readonly text: string; readonly changedAt: number } {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) {
      // An empty ledger forgets the day's limit: perhaps the disk that it is on is not mounted.
      if (lstatSync(path, { throwIfNoEntry: false }) !== undefined)
        throw refused(path, "is a link to something that is not there", "mend the link");
      return { text: "", changedAt: 0 };
    }
    if (found.isDirectory()) throw refused(path, "is a directory", "move it away");
    if (!found.isFile()) throw refused(path, "is not a plain file", "move it away");
    return { text: readFileSync(path, "utf8"), changedAt: Math.trunc(found.mtimeMs) };
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    throw refused(path, `cannot be read (${code})`, "let this user read it", cause);
  }
}

function refused(path: string, why: string, remedy: string, cause?: unknown): UsageError {
  return new UsageError(
    `The ledger ${path} ${why}: it was left as it is. ${remedy[0]?.toUpperCase()}${remedy.slice(1)}, or name another --data directory.`,
    { cause },
  );
}

import { emailAddress } from "@lapse/core/member/email";
import { isMemberId } from "@lapse/functions/store/table";
import { readText } from "../command/files.ts";
import { missing, optionsOf } from "../command/options.ts";
import { type Place, placeOptions } from "../command/place.ts";
import { UsageError } from "../command/usage.ts";

export interface LeaveOptions extends Place {
  /** Ids and addresses, each once, as they were named. */
  readonly names: readonly string[];
  readonly yes: boolean;
  readonly json: boolean;
}

const command = "leave";
const known = {
  ...placeOptions,
  member: { type: "string", multiple: true },
  members: { type: "string" },
  yes: { type: "boolean" },
} as const;

/** Reads the options of `lapse leave`, and the file that they name. Throws UsageError. */
export async function readLeaveOptions(args: readonly string[], signal: AbortSignal): Promise<LeaveOptions> {
  const { data, table, member, members, yes, json } = optionsOf(command, args, known);
  if (member === undefined && members === undefined)
    missing(command, "--member WHO", "the id or address of who is to be deleted");
  const named = (member ?? []).map((name) => name.trim());
  for (const name of named)
    if (!isName(name)) throw new UsageError(`--member must be a member's id or address, not "${name}".`);
  const names = [...new Set([...named, ...(members === undefined ? [] : await namesIn(members, signal))])];
  return { data, table, names, yes: yes ?? false, json: json ?? false };
}

/** What stands in the file is not quoted: it may be another one than was meant. */
async function namesIn(file: string, signal: AbortSignal): Promise<readonly string[]> {
  const text = await readText(file, "list", signal);
  const lines = text.split("\n").map((line) => line.trim());
  const wrong = lines.findIndex((line) => line !== "" && !isName(line));
  if (wrong !== -1)
    throw new UsageError(`The list ${file} is refused: line ${wrong + 1} is no member's id or address.`);
  const names = lines.filter((line) => line !== "");
  if (names.length === 0) throw new UsageError(`The list ${file} is refused: it names nobody.`);
  return names;
}

function isName(text: string): boolean {
  return isMemberId(text) || emailAddress(text) !== null;
}

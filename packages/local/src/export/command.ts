import { writeFileSync } from "node:fs";
import { exportCsv, exportJson } from "@lapse/core/export/export";
import { chosenMember } from "../command/chosenMember.ts";
import { dataFolder } from "../command/dataFolder.ts";
import { memberOptions, optionsOf } from "../command/options.ts";
import type { Streams } from "../command/streams.ts";
import { UsageError } from "../command/usage.ts";
import { withStack } from "../stack/attach.ts";

const known = {
  ...memberOptions,
  format: { type: "string" },
  out: { type: "string" },
} as const;

/** `lapse export`: writes what is stored about a member. Returns the exit status; throws UsageError, and StackRefused. */
export async function exportCommand(args: readonly string[], { out, err }: Streams): Promise<number> {
  const values = optionsOf("export", args, known);
  const write = writerOf(values.format, values.json === true);
  const report = (line: string) => void err.write(`lapse: ${line}\n`);
  return withStack(dataFolder(values.data), report, async (attached) => {
    const { adapters } = attached;
    const member = await chosenMember(attached, values.member);
    const events = await adapters.ledgerOf(member.id).read();
    const reading = await adapters.readings.get(member.id);
    const text = write({ member, reading, events, now: adapters.now() });
    if (values.out === undefined) out.write(text);
    else {
      writeNew(values.out, text);
      report(`what is stored about ${member.email} is in ${values.out}.`);
    }
    return 0;
  });
}

function writerOf(format: string | undefined, json: boolean): typeof exportJson {
  if (json && format !== undefined && format !== "json")
    throw new UsageError(`--json and --format ${format} contradict each other.`);
  if (format === undefined || format === "json") return exportJson;
  if (format === "csv") return exportCsv;
  throw new UsageError(`--format must be json or csv, not "${format}".`);
}

/** Names of people are in it: for nobody else's eyes, and in nobody's place. */
function writeNew(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: "wx" });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const why =
      code === "EEXIST"
        ? "it is there already; name another file"
        : code === "ENOENT"
          ? "there is no such folder"
          : `it cannot be written (${code})`;
    throw new UsageError(`--out ${file} is refused: ${why}.`, { cause });
  }
}

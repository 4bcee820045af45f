import type { Storage } from "@lapse/functions/adapters/storage";
import { withStorage } from "../command/storageAt.ts";
import type { Streams } from "../command/streams.ts";
import { UsageError } from "../command/usage.ts";
import { type Ask, askAt } from "./ask.ts";
import { findLeavers, isAddress, type Leaver } from "./find.ts";
import { readLeaveOptions } from "./options.ts";
import { foundInWords, leaverInWords } from "./words.ts";

/** `lapse leave`: deletes members. Returns the exit status; throws UsageError, StackRefused and OperatorError. */
export async function leaveCommand(
  args: readonly string[],
  streams: Streams,
  signal: AbortSignal,
  ask: Ask | null = askAt(process.stdin, streams, signal),
): Promise<number> {
  const options = await readLeaveOptions(args, signal);
  if (!options.yes && ask === null)
    throw new UsageError("there is no terminal to ask at: --yes deletes without asking.");
  const say = (line: string) => void streams.err.write(`lapse: ${line}\n`);
  return withStorage(options, say, async (storage) => {
    const found = await findLeavers(options.names, storage);
    for (const line of foundInWords(found)) say(line);
    const sure = found.leavers.length === 0 || options.yes || (await isSure(ask));
    const work = { ...found, deleted: new Set<Leaver>() };
    try {
      if (sure) await deleteAll(work, storage, signal, options.json ? () => undefined : tell(streams));
    } finally {
      // Also where a fault ends it: who is deleted already is said.
      streams.out.write(options.json ? json(work) : words(work));
    }
    if (leftOf(work).length > 0) return signal.aborted ? 8 : 1;
    return work.deleted.size > 0 ? 0 : 1;
  });
}

async function isSure(ask: Ask | null): Promise<boolean> {
  const answer = await ask?.("lapse: it cannot be undone. Type yes to delete: ");
  return answer?.trim().toLowerCase() === "yes";
}

interface Work {
  readonly leavers: readonly Leaver[];
  readonly unknown: readonly string[];
  readonly deleted: Set<Leaver>;
}

/** One after the other: an end half way leaves one member half deleted, and that one can do nothing any more. */
async function deleteAll(
  { leavers, unknown, deleted }: Work,
  { members }: Pick<Storage, "members">,
  signal: AbortSignal,
  onDeleted: (leaver: Leaver) => void,
): Promise<void> {
  for (const leaver of leavers) {
    if (signal.aborted) return;
    await members.leave(leaver.id);
    deleted.add(leaver);
    onDeleted(leaver);
  }
  // An earlier attempt may have ended right after the record was gone.
  for (const id of unknown.filter((named) => !isAddress(named))) await members.leave(id);
}

function tell({ out }: Streams): (leaver: Leaver) => void {
  return (leaver) => void out.write(`Deleted: ${leaverInWords(leaver)}\n`);
}

function leftOf({ leavers, deleted }: Work): readonly Leaver[] {
  return leavers.filter((leaver) => !deleted.has(leaver));
}

function words(work: Work): string {
  const lines = [
    ...work.unknown.map((named) => `No member: ${named}`),
    ...leftOf(work).map((leaver) => `Not deleted: ${leaverInWords(leaver)}`),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function json(work: Work): string {
  const shown = ({ id, named }: Leaver) => ({ member: id, named });
  const document = {
    deleted: [...work.deleted].map(shown),
    notDeleted: leftOf(work).map(shown),
    noMember: work.unknown,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

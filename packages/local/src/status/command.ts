import { everybodyIn } from "../command/chosenMember.ts";
import { dataFolder } from "../command/dataFolder.ts";
import { optionsOf } from "../command/options.ts";
import { placeOptions } from "../command/place.ts";
import type { Streams } from "../command/streams.ts";
import { type Attached, withStack } from "../stack/attach.ts";
import { tableStatus } from "../stop/command.ts";
import { stopAsJson, stopInWords } from "../stop/words.ts";
import { memberStatus } from "./report.ts";
import { wordsOfStatus } from "./words.ts";

/** `lapse status`: prints how things stand. Returns the exit status; throws UsageError, and StackRefused. */
export async function statusCommand(args: readonly string[], { out, err }: Streams): Promise<number> {
  const values = optionsOf("status", args, placeOptions);
  if (values.table !== undefined) return tableStatus(values, { out, err });
  const report = (line: string) => void err.write(`lapse: ${line}\n`);
  return withStack(dataFolder(values.data), report, async (attached) => {
    const found = await everyStatus(attached);
    if (found.unreadable > 0)
      report(`${found.unreadable} of the members' records cannot be read; this is ours to mend.`);
    out.write(values.json === true ? json(attached, found) : words(attached, found));
    return 0;
  });
}

type Found = Awaited<ReturnType<typeof everyStatus>>;

async function everyStatus({ adapters }: Attached) {
  const now = adapters.now();
  const stop = await adapters.stopSwitch.get();
  const { members, unreadable } = await everybodyIn(adapters);
  const statuses = [];
  for (const member of members) {
    const events = await adapters.ledgerOf(member.id).read();
    const reading = await adapters.readings.get(member.id);
    statuses.push({ member, status: memberStatus({ member, reading, events, now }) });
  }
  return { now, stop, unreadable, statuses };
}

function json({ data, form, site }: Attached, { statuses, unreadable, stop }: Found): string {
  const members = statuses.map(({ status }) => status);
  const about = { running: form !== null, pages: form, data: data.path, site, stopped: stopAsJson(stop) };
  const document = { ...about, members, unreadable };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function words({ data, form, site }: Attached, { statuses, now, stop }: Found): string {
  const running = form === null ? "not running: start it with 'lapse serve'" : `running, pages at ${form}`;
  const stopped = stop === null ? "" : `everything is stopped since ${stopInWords(stop, now)}\n`;
  const head = `Lapse is ${running}\ndata ${data.path}, site ${site}\n${stopped}`;
  const members = statuses.map(({ member, status }) => `\n${wordsOfStatus(status, member, now)}`);
  return head + (members.length === 0 ? "\nThere is no member yet.\n" : members.join(""));
}

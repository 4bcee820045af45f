import type { Member } from "@lapse/core/member/member";
import { announcesDue } from "@lapse/core/plan/announcing";
import { type Preview, previewOf } from "@lapse/core/preview/preview";
import type { Redactor } from "@lapse/core/session/redact";
import { redactDeep } from "@lapse/core/session/redactDeep";
import { outcomeFacts } from "@lapse/core/sweep/result";
import { chosenMember } from "../command/chosenMember.ts";
import { dataFolder } from "../command/dataFolder.ts";
import { memberOptions, optionsOf } from "../command/options.ts";
import { progressLine } from "../command/progress.ts";
import type { Streams } from "../command/streams.ts";
import { refuseWhileStopped } from "../command/whileStopped.ts";
import { type Attached, withStack } from "../stack/attach.ts";
import { previewDocument } from "./document.ts";
import { type Look, look } from "./look.ts";
import { type Means, meansOf } from "./means.ts";
import { wordsOfPreview } from "./words.ts";

/** `lapse preview`: reads a member's list now and plans it. Returns the exit status; throws UsageError and StackRefused. */
export async function previewCommand(
  args: readonly string[],
  streams: Streams,
  startedAt: number,
  signal: AbortSignal,
): Promise<number> {
  const values = optionsOf("preview", args, memberOptions);
  const say = (line: string) => void streams.err.write(`lapse: ${line}\n`);
  return withStack(dataFolder(values.data), say, async (attached) => {
    const member = await chosenMember(attached, values.member);
    await refuseWhileStopped(attached);
    const means = await meansOf(attached, member, () => say("unpacking the browser, once ..."));
    const progress = progressLine(streams.err, means.clean);
    const seen = await look(attached, member, { ...means, startedAt, signal, onProgress: progress.show });
    progress.clear();
    const preview = await keep(attached, member, means, seen);
    streams.out.write(
      values.json === true
        ? json(member, seen, preview, means.clean)
        : words(member, seen, preview, means.clean),
    );
    return outcomeFacts[seen.result.outcome].exitStatus;
  });
}

/** Stores what was read, as a look from the pages does; and one sighting of a wall puts the session out of use. */
async function keep(
  { adapters }: Attached,
  member: Member,
  { version }: Means,
  { result, reading }: Look,
): Promise<Preview | null> {
  const { id, policy } = member;
  if (reading === null) {
    if (outcomeFacts[result.outcome].actor === "member" && (await adapters.sessions.retire(id, version)))
      await adapters.members.sessionRetired(id, version);
    return null;
  }
  await adapters.readings.put(id, reading);
  // Who left meanwhile left before it was written.
  await adapters.members.clearGone(id);
  const events = await adapters.ledgerOf(id).read();
  const announcing = announcesDue(member);
  return previewOf({ policy, reading, events, now: adapters.now(), announcing });
}

function json(member: Member, seen: Look, preview: Preview | null, clean: Redactor): string {
  return `${JSON.stringify(redactDeep(previewDocument(member, seen, preview), clean), null, 2)}\n`;
}

function words({ policy }: Member, { result }: Look, preview: Preview | null, clean: Redactor): string {
  return clean(
    preview === null
      ? `${result.outcome}: ${result.message}\n`
      : wordsOfPreview(preview, policy.timezone, Date.parse(result.endedAt)),
  );
}

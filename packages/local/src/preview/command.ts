import type { Member } from "@lapse/core/member/member";
import type { Preview } from "@lapse/core/preview/preview";
import type { Redactor } from "@lapse/core/session/redact";
import { redactDeep } from "@lapse/core/session/redactDeep";
import { outcomeFacts } from "@lapse/core/sweep/result";
import { chosenMember } from "../command/chosenMember.ts";
import { dataFolder } from "../command/dataFolder.ts";
import { memberOptions, optionsOf } from "../command/options.ts";
import { progressLine } from "../command/progress.ts";
import type { Streams } from "../command/streams.ts";
import { refuseWhileStopped } from "../command/whileStopped.ts";
import { withStack } from "../stack/attach.ts";
import { previewDocument } from "./document.ts";
import { keepLook } from "./keep.ts";
import { type Look, look } from "./look.ts";
import { meansOf } from "./means.ts";
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
    const preview = await keepLook(attached, member, means, seen);
    streams.out.write(
      values.json === true
        ? json(member, seen, preview, means.clean)
        : words(member, seen, preview, means.clean),
    );
    return outcomeFacts[seen.result.outcome].exitStatus;
  });
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

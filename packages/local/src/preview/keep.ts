import type { Member } from "@lapse/core/member/member";
import { announcesDue } from "@lapse/core/plan/announcing";
import { type Preview, previewOf } from "@lapse/core/preview/preview";
import { outcomeFacts } from "@lapse/core/sweep/result";
import type { Attached } from "../stack/attach.ts";
import type { Look } from "./look.ts";
import type { Means } from "./means.ts";

/** Stores what was read, as a look from the pages does; and one sighting of a wall puts the session out of use. */
export async function keepLook(
  { adapters }: Pick<Attached, "adapters">,
  member: Member,
  { version }: Pick<Means, "version">,
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

import type { Reading as ReadWhole } from "../linkedin/list/read.ts";
import { withReceived } from "../reading/withReceived.ts";
import type { Job, State } from "./start.ts";

/** Gives a list that was read whole to whoever keeps it, together with the one that went before. */
export async function handOn(job: Job, state: State, { pending, listed }: ReadWhole): Promise<void> {
  const { ports, record, before } = job;
  const now = ports.clock.now();
  const list = { pending, invitations: listed.map(({ invitation }) => invitation) };
  state.reading =
    before.reading === null
      ? { at: now, account: record.account, sent: list, received: null }
      : withReceived(before.reading, list, now);
  await ports.onReading?.(state.reading);
}

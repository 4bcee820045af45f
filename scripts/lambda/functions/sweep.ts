import { encryptionSdkSealer } from "@lapse/functions/sealing/sealer";
import type { ReplicaMember } from "@lapse/replica/replica";
import { poisonRecord, scheduledEvent } from "../events.ts";
import { announce, lastRead } from "../people.ts";
import { answered, received, work } from "../queues.ts";
import type { RunningFunction } from "../running.ts";
import { must } from "../say.ts";
import type { Surroundings } from "../surroundings.ts";
import type { SignedUp } from "./web.ts";

/** The worker tries the session that Web took, in a batch with a message of nobody's. */
export async function trySession(
  { adapters, keys }: Surroundings,
  worker: RunningFunction,
  { memberId, message }: SignedUp,
): Promise<void> {
  const poison = poisonRecord("sweeps");
  const { back } = await work(worker, [poison, message]);
  must(
    back.length === 1 && back[0] === poison.messageId,
    "of a batch only the poison message comes back",
    back,
  );
  const member = await adapters.members.get(memberId);
  must(
    member?.session === "sealed" && member.account === "/in/ada-sender",
    "the session was tried and taken",
    member,
  );
  const opened = keys.calls.filter(({ caller, action }) => caller === "Sweep" && action === "Decrypt");
  must(
    opened.length > 0 && opened.every(({ allowed }) => allowed),
    "the worker opens the session with the key",
    opened,
  );
}

/** Dispatch finds the member who is due, and the worker withdraws for them. */
export async function sweepDue(
  here: Surroundings,
  dispatch: RunningFunction,
  worker: RunningFunction,
  memberId: string,
  on: ReplicaMember,
): Promise<void> {
  const { adapters, stack } = here;
  const [oldest] = (await lastRead(here, memberId)).toReversed();
  must(oldest !== undefined, "the trial read the list");
  await announce(here, memberId, new Set([oldest.name]));
  await adapters.members.start(memberId, Date.now(), Date.now() - 1_000);
  const sent = answered(dispatch, await dispatch.invoke(scheduledEvent()));
  must((sent as { sent?: number }).sent === 1, "Dispatch sends for the one member who is due", sent);
  const records = await received(here, stack.queues.sweeps);
  must(
    records.length === 1 && records[0]?.body.includes(memberId) === true,
    "the message is on the queue",
    records,
  );

  const before = on.pendingCount;
  const { back } = await work(worker, records);
  must(back.length === 0, "the sweep is done with", back);
  const withdrawn = (await adapters.ledgerOf(memberId).read()).filter(({ kind }) => kind === "withdrawn");
  must(withdrawn.length === 1, "the ledger says that one invitation was withdrawn", withdrawn);
  must(on.pendingCount === before - 1, "the list on the site is one shorter", on.pendingCount);
  must(
    on.withdrawn().length === 1 && on.withdrawn()[0]?.name === oldest.name,
    "it is the one that was announced",
  );
  const next = (await adapters.members.get(memberId))?.nextSweepAt ?? 0;
  must(next > Date.now(), "the member's next sweep is in the future", next);
  must((await received(here, stack.queues.sweeps)).length === 0, "nothing is left on the queue");
}

/** What is sealed for one member opens for no other, whoever asks. */
export async function checkSealing({ keys }: Surroundings): Promise<void> {
  const sealer = encryptionSdkSealer({ kind: "kms", keyArn: keys.keyArn });
  const ada = { member: "ada", purpose: "session" };
  const sealed = await sealer.seal("a session", ada);
  must((await sealer.open(sealed, ada)) === "a session", "what was sealed opens with the same context");
  const others = await sealer.open(sealed, { ...ada, member: "bob" }).then(
    () => "opened",
    () => "refused",
  );
  must(others === "refused", "what was sealed for one member does not open for another", others);
  must(
    !keys.calls.some(
      ({ caller, action }) => action === "Decrypt" && caller !== "Sweep" && caller !== "Check",
    ),
    "no function but the sweep asks the key to open anything",
    keys.calls,
  );
}

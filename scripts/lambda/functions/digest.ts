import { bounceEvent, poisonRecord, scheduledEvent } from "../events.ts";
import { addressesIn } from "../inbox.ts";
import { addMember } from "../people.ts";
import { answered, received, work } from "../queues.ts";
import type { RunningFunction } from "../running.ts";
import { must } from "../say.ts";
import { configurationSet, type Surroundings } from "../surroundings.ts";

/** Resolves to what each took, ms. */
export interface MailTimes {
  readonly digest: readonly number[];
  readonly mailEvents: readonly number[];
}

/** Members whose digest is due get it, and one whose digest bounces gets no more. */
export async function digestAndBounce(
  here: Surroundings,
  functions: Readonly<Record<"dispatch" | "digest" | "mailEvents", RunningFunction>>,
): Promise<MailTimes> {
  const { adapters, stack } = here;
  const ids = ["cy-1", "cy-2", "cy-3", "cy-4", "cy-5"];
  for (const id of ids) {
    await addMember(here, id);
    await withNews(here, id);
  }
  const { dispatch, digest, mailEvents } = functions;
  const sent = answered(dispatch, await dispatch.invoke(scheduledEvent()));
  must(
    (sent as { sent?: number }).sent === ids.length,
    "DigestDispatch sends for everybody whose digest is due",
    sent,
  );
  const records = await received(here, stack.queues.digests);
  must(records.length === ids.length, "their messages are on the queue of digests", records);

  const [first, ...others] = records;
  must(first !== undefined, "there is a first message");
  const poison = poisonRecord("digests");
  const { back } = await work(digest, [poison, first]);
  must(
    back.length === 1 && back[0] === poison.messageId,
    "of a batch only the poison message comes back",
    back,
  );
  const times = { digest: [] as number[], mailEvents: [] as number[] };
  for (const record of others) times.digest.push((await work(digest, [record])).ms);
  const arrived = await addressesIn(stack.mail.origin);
  for (const id of ids)
    must(arrived.includes(`${id}@example.org`), `the digest of ${id} is in the inbox`, arrived);
  const again = await work(digest, records);
  must(again.back.length === 0, "messages that come twice are done with", again.back);
  must(
    (await addressesIn(stack.mail.origin)).length === arrived.length,
    "nobody is sent a second digest in a week",
  );

  for (const id of ids) {
    const run = (await adapters.ledgerOf(id).read()).find(({ kind }) => kind === "digest")?.run ?? "";
    const event = bounceEvent({ address: `${id}@example.org`, configurationSet, member: id, run });
    const invocation = await mailEvents.invoke(event);
    times.mailEvents.push(invocation.ms);
    must(answered(mailEvents, invocation) === "noted", "a bounce is written down", invocation);
    const member = await adapters.members.get(id);
    must(
      member?.mail === "off" && member.mailOff === "bounced",
      "whoever's address bounces gets no more mails",
      member,
    );
    const noted = (await adapters.ledgerOf(id).read()).some((each) => each.kind === "mail-feedback");
    must(noted, "the ledger says that the digest came back");
  }
  return times;
}

/** A week in which something happened: of another there is no digest. */
async function withNews({ adapters }: Surroundings, id: string): Promise<void> {
  const ledger = adapters.ledgerOf(id);
  const written = { at: Date.now() - 86_400_000, run: `run-of-${id}`, account: null };
  const invitation = { id: null, profile: "/in/dana-example", name: "Dana Example", sentAt: null };
  await ledger.append({ kind: "sweep-started", trigger: "scheduled", ...written });
  await ledger.append({ kind: "intent", invitation, ...written });
  await ledger.append({ kind: "withdrawn", invitation, ...written });
  await ledger.append({
    ...{
      kind: "sweep-ended",
      outcome: "done",
      message: "One was withdrawn.",
      pending: 4,
      read: 5,
      ...written,
    },
    ...{ counts: { withdrawn: 1 }, upcoming: [] },
  });
}

import { announcementOf } from "@lapse/core/ledger/announcement";
import { foldLedger } from "@lapse/core/ledger/fold";
import type { Member } from "@lapse/core/member/member";
import { expect, test } from "vitest";
import { makeMailEventsHandler } from "../../src/mailEvents/handler.ts";
import { ledgerStore } from "../../src/store/ledger.ts";
import { members } from "../../src/store/members.ts";
import { testDatabase } from "../support/database.ts";
import { keptLog } from "../support/log.ts";
import { aMember, monday } from "../support/member.ts";
import { keptMetrics } from "../support/metrics.ts";
import {
  address,
  bounce,
  complaint,
  configurationSet,
  delay,
  delivery,
  reject,
  renderingFailure,
} from "./events.ts";

const database = testDatabase();
const bob = { id: "7498810568384856065", profile: "/in/bob-example", name: "Bob Example", sentAt: null };

/** Ada, whose digest of run-1 went out and announced Bob; or is about to. */
async function stage(changes: Partial<Member> = {}, { sent = true } = {}) {
  const table = await database.table();
  const all = members(table);
  await all.add(aMember("ada", changes));
  const ledger = ledgerStore(table, "ada");
  const base = { at: monday, run: "run-1", account: null };
  const write = async () => {
    await ledger.append({ kind: "digest", week: "2026-W48", step: "sent", ...base });
    const upcoming = [{ ...bob, on: new Date(monday).toISOString() }];
    await ledger.append({ kind: "announced", upcoming, ...base });
  };
  if (sent) await write();
  const { log, lines } = keptLog();
  const { metrics, counted } = keptMetrics();
  let now = monday;
  const handler = makeMailEventsHandler({
    ...{ members: all, ledgerOf: (id) => ledgerStore(table, id), log, metrics, configurationSet },
    // Never twice the same, as clocks are.
    now: () => ++now,
  });
  const hear = (event: unknown) => handler(event as never, {} as never);
  const isAnnounced = async () =>
    announcementOf(foldLedger(await ledger.read()).announced, bob, monday) !== null;
  const mails = async () => {
    const member = await all.get("ada");
    return [member?.mail, member?.mailOff];
  };
  const back = async () =>
    (await ledger.read()).flatMap((event) =>
      event.kind === "mail-feedback" ? [[event.mail, event.run, event.feedback]] : [],
    );
  return { all, ledger, write, hear, isAnnounced, mails, back, lines, counted };
}

const outcomes = [
  ["a permanent bounce", bounce("Permanent"), "bounced", ["off", "bounced"], false, "MailsBounced"],
  [
    "a bounce of an address that SES mails no more",
    bounce("Permanent", "OnAccountSuppressionList"),
    ...(["suppressed", ["off", "bounced"], false, "MailsBounced"] as const),
  ],
  ["a bounce that may pass", bounce("Transient"), "undelivered", ["on", null], false, "MailsBounced"],
  ["an unclear bounce", bounce("Undetermined"), "undelivered", ["on", null], false, "MailsBounced"],
  ["a complaint", complaint(), "complained", ["off", "complained"], true, "MailsComplained"],
  [
    "a complaint made before, for which SES did not try",
    complaint("OnAccountSuppressionList"),
    ...(["suppressed", ["off", "complained"], false, "MailsComplained"] as const),
  ],
  ["a reject", reject(), "rejected", ["on", null], false, "MailsRejected"],
  ["a mail that could not be made", renderingFailure(), "rejected", ["on", null], false, "MailsRejected"],
] as const;

test.each(outcomes)(
  "%s is written down and counted once, however often it comes, and the announcements stand where the mail arrived",
  async (_, event, feedback, mails, announced, metric) => {
    const ada = await stage();
    expect(await ada.hear(event)).toBe("noted");
    expect(await ada.hear(event)).toBe("known");
    expect(await ada.back()).toEqual([["digest", "run-1", feedback]]);
    expect(await ada.mails()).toEqual(mails);
    expect(await ada.isAnnounced()).toBe(announced);
    expect(ada.counted).toEqual({ [metric]: [1] });
    const said = JSON.stringify(ada.lines);
    for (const secret of [address, "ada@example.org", "no such user", "Bad content"])
      expect(said).not.toContain(secret);
  },
);

test("a bounce that is heard of before the digest is written down as sent counts the same", async () => {
  const ada = await stage({}, { sent: false });
  await ada.hear(bounce("Permanent"));
  await ada.write();
  expect(await ada.isAnnounced()).toBe(false);
});

test("an event that comes again does not end the mails of a member who has turned them on since", async () => {
  const ada = await stage();
  await ada.hear(bounce("Permanent"));
  await ada.all.setMail("ada", "on");
  expect(await ada.mails()).toEqual(["on", null]);
  expect(await ada.hear(bounce("Permanent"))).toBe("known");
  expect(await ada.mails()).toEqual(["on", null]);
  expect(await ada.hear(bounce("Permanent", "General", { run: "run-2" }))).toBe("noted");
  expect(await ada.mails()).toEqual(["off", "bounced"]);
});

test("mails that the member ended are not said to have ended by a bounce", async () => {
  const ada = await stage({ mail: "off" });
  await ada.hear(bounce("Permanent"));
  expect(await ada.mails()).toEqual(["off", null]);
});

test("a fault between the two writes is made up for when the event comes again", async () => {
  const ada = await stage();
  const { all, ledger } = ada;
  const { metrics, counted } = keptMetrics();
  const dying = makeMailEventsHandler({
    ...{ members: all, log: keptLog().log, metrics, configurationSet, now: () => monday },
    ledgerOf: () => ({ read: ledger.read, noteFeedback: () => Promise.reject(new Error("power cut")) }),
  });
  await expect(dying(bounce("Permanent") as never, {} as never)).rejects.toThrow("power cut");
  expect(counted).toEqual({});
  expect(await ada.hear(bounce("Permanent"))).toBe("noted");
  expect(await ada.mails()).toEqual(["off", "bounced"]);
  expect(await ada.isAnnounced()).toBe(false);
});

test("a mail about a problem that bounced ends the mails and takes back no announcement", async () => {
  const ada = await stage();
  await ada.hear(bounce("Permanent", "General", { kind: "problem" }));
  expect(await ada.back()).toEqual([["problem", "run-1", "bounced"]]);
  expect(await ada.mails()).toEqual(["off", "bounced"]);
  expect(await ada.isAnnounced()).toBe(true);
});

test.each([
  ["a code", bounce("Permanent", "General", { kind: "code" })],
  ["somebody who is no member", bounce("Permanent", "General", { member: "bob" })],
  ["what is no id", bounce("Permanent", "General", { member: "ada@example.org" })],
  ["a mail of another kind", bounce("Permanent", "General", { kind: "newsletter" })],
])("a bounce of %s is counted, and changes nothing", async (_, event) => {
  const ada = await stage();
  expect(await ada.hear(event)).toBe("nobodys");
  expect(await ada.back()).toEqual([]);
  expect(await ada.mails()).toEqual(["on", null]);
  expect(ada.counted).toEqual({ MailsBounced: [1] });
  expect(JSON.stringify(ada.lines)).not.toContain("@");
});

test("of a member who left meanwhile nothing is kept", async () => {
  const ada = await stage();
  const leaving = makeMailEventsHandler({
    members: { ...ada.all, stopMail: (id) => ada.all.leave(id).then(() => true) },
    ledgerOf: () => ada.ledger,
    ...{ now: () => monday, log: keptLog().log, metrics: keptMetrics().metrics, configurationSet },
  });
  await leaving(bounce("Permanent") as never, {} as never);
  expect(await ada.ledger.read()).toEqual([]);
});

test.each([
  ["a delivery", delivery()],
  ["a delay", delay()],
  ["a bounce of another stage's mail", bounce("Permanent", "General", { configurationSet: "lapse-pr-1" })],
])("%s changes nothing and is not counted", async (_, event) => {
  const ada = await stage();
  expect(await ada.hear(event)).toBe("nothing");
  expect([await ada.back(), ada.counted]).toEqual([[], {}]);
});

const whole = bounce("Permanent");
test.each([
  ["nothing", null],
  ["another service's event", { ...whole, source: "aws.s3" }],
  ["an event without detail", { ...whole, detail: undefined }],
  ["a bounce that is called a complaint", { ...whole, "detail-type": "Email Complaint Received" }],
  ["a bounce without its type", { ...whole, detail: { ...whole.detail, bounce: {} } }],
  ["tags that are no lists", { ...whole, detail: { ...whole.detail, mail: { tags: { kind: "x" } } } }],
])("%s is thrown, for the dead-letter queue, and not quoted", async (_, event) => {
  const ada = await stage();
  const heard = ada.hear(event);
  await expect(heard).rejects.toMatchObject({ name: "ForeignEventError", actor: "us" });
  await expect(heard).rejects.not.toThrow(address);
  expect([await ada.back(), ada.counted, ada.lines]).toEqual([[], {}, []]);
});

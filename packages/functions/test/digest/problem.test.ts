import type { LedgerFact } from "@lapse/core/ledger/event";
import type { Member } from "@lapse/core/member/member";
import type { SweepOutcome } from "@lapse/core/sweep/result";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { dispatchDigests } from "../../src/digest/dispatchDigests.ts";
import { makeDigestHandler } from "../../src/digest/handler.ts";
import { makeOnProblem, tellProblem } from "../../src/digest/problem.ts";
import { problemUntold } from "../../src/digest/toldByRecord.ts";
import type { Mail, MailOutcome } from "../../src/mail/mailer.ts";
import { everyMember } from "../../src/store/everyMember.ts";
import { ledgerStore } from "../../src/store/ledger.ts";
import { members } from "../../src/store/members.ts";
import type { Table } from "../../src/store/table.ts";
import { memoryQueue } from "../support/digestQueue.ts";
import { type Database, startDatabase } from "../support/dynamo.ts";
import { keptLog } from "../support/log.ts";
import { aMember, monday } from "../support/member.ts";
import { keptMetrics } from "../support/metrics.ts";

const hour = 3_600_000;
let database: Database;
let table: Table;
beforeAll(async () => {
  database = await startDatabase();
});
beforeEach(async () => {
  table = await database.table();
});
afterAll(() => database.stop());

/** A connected member whose digest is not due before Friday, and a mailer that answers so. */
async function connectedMember(changes: Partial<Member> = {}, answer: MailOutcome = { kind: "sent" }) {
  const all = members(table);
  const made = aMember("ada", { session: "sealed", connectedAt: monday - 20 * hour });
  const policy = { ...made.policy, digest: { day: "friday", hour: 8 } } as const;
  await all.add({ ...made, policy, lastDigestSlot: monday - 5 * hour, ...changes });
  const clock = { now: monday };
  const mails: Mail[] = [];
  let runs = 0;
  const { log, lines } = keptLog();
  const ports = {
    readings: { get: async () => null },
    ...{ members: all, ledgerOf: (id: string) => ledgerStore(table, id), now: () => clock.now, log },
    newRunId: () => `run-${++runs}`,
    mailer: {
      send: async (mail: Mail) => {
        mails.push(mail);
        return answer;
      },
    },
    webOrigin: "https://lapse.example.org",
  };
  const note = (fact: LedgerFact) =>
    ports.ledgerOf("ada").append({ ...fact, at: clock.now, run: `sweep-${clock.now}`, account: null });
  const swept = (outcome: SweepOutcome) =>
    note({ kind: "sweep-ended", outcome, message: "", pending: 1, read: 1, counts: {}, upcoming: [] });
  const told = () => tellProblem("ada", ports);
  const subjects = () => mails.map((mail) => mail.subject);
  const steps = async () =>
    (await ports.ledgerOf("ada").read()).flatMap((event) =>
      event.kind === "problem-mail" ? [`${event.problem} ${event.step}`] : [],
    );
  return { all, ports, clock, mails, subjects, steps, lines, swept, told };
}

test("a problem is mailed at once, with what to do and where, and can be unsubscribed by one click", async () => {
  const { swept, told, mails, steps } = await connectedMember();
  await swept("signed-out");
  expect(await told()).toBe("sent");
  expect(mails).toMatchObject([{ to: "ada@example.org", subject: "LinkedIn signed us out" }]);
  expect(mails[0]?.unsubscribeUrl).toContain("/unsubscribe?token=ada.");
  for (const body of [mails[0]?.html, mails[0]?.text])
    expect(body).toContain("https://lapse.example.org/connect");
  expect(await steps()).toEqual(["signed-out sending", "signed-out sent"]);
});

test("the same problem in sweep after sweep is mailed once; once it went away and came back, again", async () => {
  const { swept, told, subjects, clock } = await connectedMember();
  for (const outcome of ["belt", "belt", "unreachable", "belt", "nothing-due", "belt"] as const) {
    await swept(outcome);
    await told();
    clock.now += 24 * hour;
    await told();
  }
  const belt = "Far more is due than you last confirmed";
  expect(subjects()).toEqual([belt, belt]);
});

test("a session that ends again after it was connected anew is another problem", async () => {
  const { swept, told, subjects, clock, all } = await connectedMember();
  await swept("signed-out");
  await told();
  clock.now += hour;
  await all.sessionSealed("ada", "v2", { firstSweepAt: clock.now, connectedAt: clock.now, account: null });
  expect(await told()).toBe("nothing");
  clock.now += hour;
  await swept("signed-out");
  expect(await told()).toBe("sent");
  expect(subjects()).toHaveLength(2);
});

test("however many tell of it at the same time, one mail goes out", async () => {
  const { swept, told, mails } = await connectedMember();
  await swept("challenged");
  const answers = await Promise.all(Array.from({ length: 6 }, told));
  expect(mails).toHaveLength(1);
  expect(answers.filter((answer) => answer === "sent")).toHaveLength(1);
});

test.each([
  ["refused", { kind: "refused", reason: "no" }],
  ["unclear", { kind: "unclear", reason: "no answer" }],
] as const)("a mail that was %s is not sent again", async (_, answer) => {
  const { swept, told, mails, steps } = await connectedMember({}, answer);
  await swept("blocked");
  expect([await told(), await told()]).toEqual(["failed", "told-before"]);
  expect(mails).toHaveLength(1);
  expect(await steps()).toEqual(["blocked sending", "blocked failed"]);
});

test("a mail that was not taken now is offered again by later runs, and once it was taken by none", async () => {
  let taken = false;
  const { swept, told, ports, all, clock, steps } = await connectedMember();
  const send = async (): Promise<MailOutcome> =>
    taken ? { kind: "sent" } : { kind: "deferred", reason: "the mail server did not take it" };
  const tell = () => tellProblem("ada", { ...ports, mailer: { send } });
  await all.sessionSealed("ada", "v1", { firstSweepAt: 0, connectedAt: monday - 20 * hour, account: null });
  await swept("challenged");
  await all.sessionRetired("ada", "v1", clock.now);
  const isUntold = async () => {
    const member = await all.get("ada");
    return member !== null && problemUntold(member, clock.now);
  };
  expect([await tell(), await tell(), await isUntold()]).toEqual(["deferred", "waits", true]);
  clock.now += hour;
  // Of several at once one is let through, as of several at first.
  const answers = await Promise.all([tell(), tell(), tell()]);
  expect(answers.filter((answer) => answer === "deferred")).toHaveLength(1);
  taken = true;
  clock.now += 2 * hour;
  expect([await tell(), await isUntold(), await told()]).toEqual(["sent", false, "told-before"]);
  expect(await steps()).toEqual([
    ...["challenged sending", "challenged deferred", "challenged sending", "challenged deferred"],
    ...["challenged sending", "challenged sent"],
  ]);
});

test("a problem whose mail was not taken is not mailed any more once a digest has told it", async () => {
  const deferred = { kind: "deferred", reason: "the mail server did not take it" } as const;
  const { swept, told, ports, clock, mails } = await connectedMember({}, deferred);
  await swept("challenged");
  expect(await told()).toBe("deferred");
  clock.now += 2 * hour;
  const digest = { kind: "digest", week: "2026-W47", run: "digest", account: null } as const;
  await ports.ledgerOf("ada").openWeek({ ...digest, step: "sending", until: clock.now, at: clock.now });
  await ports.ledgerOf("ada").append({ ...digest, step: "sent", at: clock.now });
  expect(await told()).toBe("told-before");
  expect(mails).toHaveLength(1);
});

test("a run that died after it opened the mail keeps every other from sending", async () => {
  const { swept, told, mails, ports, clock } = await connectedMember();
  await swept("blocked");
  const dead = { at: monday, run: "dead", account: null };
  await ports
    .ledgerOf("ada")
    .openProblem({ kind: "problem-mail", problem: "blocked", since: monday, step: "sending", ...dead });
  expect(await told()).toBe("in-flight");
  clock.now += hour;
  expect(await told()).toBe("told-before");
  expect(mails).toEqual([]);
});

test.each([
  ["wants no mail", { mail: "off" }],
  ["disconnected", { session: "none", connectedAt: null }],
] as const)("a member who %s gets none", async (_, changes) => {
  const { swept, told, mails } = await connectedMember(changes);
  await swept("signed-out");
  expect(await told()).toBe("nothing");
  expect(mails).toEqual([]);
});

test("nothing is mailed where all is well, where we have to act, and to somebody who has left", async () => {
  const { swept, told, mails, ports, clock } = await connectedMember();
  for (const outcome of ["done", "page-drift", "unverified", "unreachable"] as const) {
    await swept(outcome);
    clock.now += hour;
  }
  expect(await told()).toBe("nothing");
  expect(await tellProblem("nobody", ports)).toBe("nothing");
  expect(mails).toEqual([]);
});

test("the worker's call never throws, and says in the log what failed", async () => {
  const { swept, ports, lines } = await connectedMember();
  await swept("belt");
  const broken = { send: () => Promise.reject(new Error("the line is dead")) };
  expect(await makeOnProblem({ ...ports, mailer: broken })("ada")).toBe("faulty");
  expect(lines).toMatchObject([
    { level: "error", message: "a mail about a problem failed", data: { memberId: "ada" } },
  ]);
});

test("the hourly run tells what the worker did not, and then the week's digest says it once more only with other news", async () => {
  const { swept, ports, subjects, clock, all } = await connectedMember();
  const { metrics, counted } = keptMetrics();
  const { queue, deliver } = memoryQueue();
  const seen = { ...ports, metrics };
  const hourly = async () => {
    const every = { everyMember: () => everyMember(table), digestQueue: queue };
    const { sent } = await dispatchDigests({ ...seen, ...every }, () => false);
    await deliver(makeDigestHandler(seen));
    return sent;
  };
  await swept("challenged");
  expect(await hourly()).toBe(0);
  // What the worker writes with the end of the sweep, before it tells.
  await all.sessionSealed("ada", "v1", { firstSweepAt: 0, connectedAt: monday - 20 * hour, account: null });
  await all.sessionRetired("ada", "v1", clock.now);
  expect(await hourly()).toBe(1);
  expect(subjects()).toEqual(["LinkedIn asks you for a check"]);
  expect(await hourly()).toBe(0);
  clock.now = monday + 4 * 24 * hour;
  expect(await hourly()).toBe(1);
  expect(subjects()).toHaveLength(1);
  expect(counted).toEqual({});
});

test("a problem that was found more than three days ago is left to the weekly digest", async () => {
  const { swept, told, clock, all } = await connectedMember();
  await swept("belt");
  await all.sessionSealed("ada", "v1", { firstSweepAt: 0, connectedAt: monday - 20 * hour, account: null });
  await all.finishSweep("ada", "v1", monday + 24 * hour, clock.now);
  const member = await all.get("ada");
  if (member === null) throw new Error("there is no member");
  expect([0, 72, 73].map((hours) => problemUntold(member, monday + hours * hour))).toEqual([
    true,
    true,
    false,
  ]);
  expect(problemUntold({ ...member, mail: "off" }, monday)).toBe(false);
  clock.now += 73 * hour;
  expect(await told()).toBe("nothing");
});

test("what was found while a mail was on its way is still to be told", async () => {
  const { swept, ports, all, clock } = await connectedMember();
  const sealed = { firstSweepAt: 0, connectedAt: monday - 20 * hour, account: null };
  await all.sessionSealed("ada", "v1", sealed);
  await swept("belt");
  await all.finishSweep("ada", "v1", monday, clock.now);
  const send = async (): Promise<MailOutcome> => {
    await all.finishSweep("ada", "v1", monday, clock.now + 1);
    return { kind: "sent" };
  };
  expect(await tellProblem("ada", { ...ports, mailer: { send } })).toBe("sent");
  expect(await all.get("ada")).toMatchObject({ untoldSince: clock.now + 1 });
  expect(await tellProblem("ada", ports)).toBe("told-before");
  expect(await all.get("ada")).toMatchObject({ untoldSince: null });
});

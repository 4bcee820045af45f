import type { Member } from "@lapse/core/member/member";
import { weekdays } from "@lapse/core/policy/policy";
import { digestSlot } from "@lapse/core/schedule/digestSlot";
import { isoWeek } from "@lapse/core/schedule/isoWeek";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { dispatchDigests } from "../../src/digest/dispatchDigests.ts";
import { makeDigestHandler } from "../../src/digest/handler.ts";
import { tellProblem } from "../../src/digest/problem.ts";
import type { Mail, MailOutcome } from "../../src/mail/mailer.ts";
import { noMetrics } from "../../src/metrics/metrics.ts";
import { ledgerStore } from "../../src/store/ledger.ts";
import { memoryQueue } from "../support/digestQueue.ts";
import { keptLog } from "../support/log.ts";
import { aMember, monday } from "../support/member.ts";
import { type Line, memoryTable } from "../support/memoryTable.ts";

const hour = 3_600_000;
const week = 7 * 24 * hour;
const zones = ["UTC", "Europe/Berlin", "Pacific/Kiritimati", "America/New_York", "Pacific/Pago_Pago"];

/** `lost`: it never got there; `unanswered`: it did, and nobody hears of it; `again`: a retry sent it twice. */
const fate = fc.constantFrom("ok", "ok", "ok", "ok", "ok", "lost", "unanswered", "again");
const sending = fc.constantFrom("sent", "sent", "sent", "unclear", "deferred", "deferred", "died");
const round = fc.record({
  hours: fc.integer({ min: 1, max: 5 * 24 }),
  zone: fc.constantFrom(...zones),
  day: fc.constantFrom(...weekdays),
  hour: fc.constantFrom(0, 9, 23),
  schedulers: fc.integer({ min: 1, max: 2 }),
  copies: fc.integer({ min: 1, max: 2 }),
  withdrawals: fc.integer({ min: 0, max: 3 }),
});

/** A line on which each request waits its turn, and meets the next of these fates. */
function faultyLine(scheduler: fc.Scheduler, fates: readonly string[], healed: () => boolean): Line {
  let requests = 0;
  return async (name, request) => {
    if (healed()) return request();
    const fate = fates[requests++ % fates.length];
    await scheduler.schedule(Promise.resolve(), name);
    if (fate === "lost") throw new Error("a request was lost");
    const answer = request();
    if (fate === "unanswered") throw new Error("an answer was lost");
    // What a client sends again after a lost answer is the very same request.
    return fate === "again" ? request() : answer;
  };
}

/** One member behind a faulty line, a queue, and a clock on which no two moments are the same. */
function world(
  scheduler: fc.Scheduler,
  fates: readonly string[],
  outcomeAt: (offer: number, now: number) => string | undefined,
) {
  const start = aMember("ada", { session: "sealed", connectedAt: monday - 20 * hour });
  const state = { member: start as Member, now: monday, healed: false, people: 0 };
  const line = faultyLine(scheduler, fates, () => state.healed);
  const table = memoryTable(line);
  const now = () => ++state.now;
  /** Those that may have gone out. */
  const mails: { mail: Mail; week: string; at: number }[] = [];
  let offers = 0;
  const send = async (mail: Mail): Promise<MailOutcome> => {
    const outcome = state.healed ? "sent" : outcomeAt(offers++, state.now);
    const { policy } = state.member;
    const { now: at } = state;
    if (outcome !== "deferred")
      mails.push({ mail, week: isoWeek(digestSlot(policy, at), policy.timezone), at });
    if (!state.healed) await scheduler.schedule(Promise.resolve(), "mail");
    if (outcome === "deferred") return { kind: "deferred", reason: "SES is throttling" };
    if (outcome === "died") throw new Error("the process died");
    return outcome === "sent" ? { kind: "sent" } : { kind: "unclear", reason: "timeout" };
  };
  const ports = {
    members: {
      get: () => line("member", () => state.member),
      clearGone: async () => false,
      setLastDigestSlot: (_: string, lastDigestSlot: number) =>
        line("slot", () => {
          state.member = { ...state.member, lastDigestSlot };
          return true;
        }),
      setTold: (_: string, since: number) =>
        line("told", () => {
          const theirs = state.member.untoldSince === since;
          if (theirs) state.member = { ...state.member, untoldSince: null };
          return theirs;
        }),
    },
    ledgerOf: (id: string) => ledgerStore(table, id),
    readings: { get: async () => null },
    ...{ mailer: { send }, now, newRunId: () => `run-${now()}`, webOrigin: "https://lapse.example.org" },
  };
  /** A sweep writes one event after the other; it stops where one cannot be written, as the real one does. */
  const sweep = async (withdrawals: number, run = `sweep-${now()}`) => {
    const ledger = ports.ledgerOf("ada");
    for (let i = 0; i < withdrawals; i++) {
      const n = ++state.people;
      const invitation = { id: String(n), profile: null, name: `Somebody-${n}-here`, sentAt: null };
      await ledger.append({ kind: "withdrawn", invitation, at: now(), run, account: null });
    }
  };
  const { queue, deliver } = memoryQueue();
  const { log } = keptLog();
  async function* everyMember() {
    yield { ok: true as const, member: state.member };
  }
  const dispatch = () => dispatchDigests({ ...ports, everyMember, digestQueue: queue, log }, () => false);
  const work = makeDigestHandler({ ...ports, log, metrics: noMetrics });
  return { state, ports, mails, sweep, dispatch, deliver: (copies: number) => deliver(work, copies) };
}

const named = (text: string) => [...new Set(text.match(/Somebody-\d+-here/g))];

test("one mail for an ISO week at most, and what was done is told once, in any order of two schedulers, their messages, a sweep, retries and lost answers, and however SES throttles", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(round, { minLength: 1, maxLength: 6 }),
      fc.array(fate, { minLength: 1, maxLength: 40 }),
      fc.array(sending, { minLength: 1, maxLength: 6 }),
      async (scheduler, rounds, fates, outcomes) => {
        const { state, ports, mails, sweep, dispatch, deliver } = world(
          scheduler,
          fates,
          (offer) => outcomes[offer % outcomes.length],
        );
        for (const each of rounds) {
          state.now += each.hours * hour;
          const { policy } = state.member;
          state.member = {
            ...state.member,
            policy: { ...policy, timezone: each.zone, digest: { day: each.day, hour: each.hour } },
          };
          // First, so that what it is writing is older than the digest and may be seen after it.
          const swept = sweep(each.withdrawals);
          for (let i = 0; i < each.schedulers; i++) await dispatch();
          await scheduler.waitFor(Promise.allSettled([swept, deliver(each.copies)]));
        }
        state.healed = true;
        for (let later = 0; later < 4; later++) {
          state.now += week / 2;
          await dispatch();
          await deliver(1);
        }
        const weeks = mails.map((mail) => mail.week);
        expect(new Set(weeks).size).toBe(weeks.length);
        // Whatever was written down is told, and by one only of the mails that are known to have gone out.
        const events = await ports.ledgerOf("ada").read();
        const sent = events.flatMap((event) =>
          event.kind === "digest" && event.step === "sent" ? [event.week] : [],
        );
        const told = mails.filter((mail) => sent.includes(mail.week)).flatMap(({ mail }) => named(mail.text));
        const done = events.flatMap((event) => (event.kind === "withdrawn" ? [event.invitation.name] : []));
        expect(told.sort()).toEqual(done.sort());
      },
    ),
    { numRuns: 150 },
  );
});

test("a digest that SES throttles goes out once, with the first run after that within its week, whatever two workers do", async () => {
  // Every six hours instead of every hour: the table in memory is not made for long ledgers.
  const runs = 28;
  const throttle = fc.record({
    from: fc.integer({ min: 0, max: 2 * runs - 1 }),
    length: fc.constantFrom(1, 2, 8, runs + 1),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(throttle, { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 2 }),
      fc.integer({ min: 1, max: 2 }),
      async (scheduler, throttles, schedulers, copies) => {
        const isThrottled = (run: number) =>
          throttles.some(({ from, length }) => run >= from && run < from + length);
        const runAt = (at: number) => Math.floor((at - monday) / (6 * hour));
        const { state, ports, mails, sweep, dispatch, deliver } = world(scheduler, ["ok"], (_, at) =>
          isThrottled(runAt(at)) ? "deferred" : "sent",
        );
        // Each week's first run is half an hour after its slot.
        const wanted: number[] = [];
        for (const begin of [0, runs]) {
          await scheduler.waitFor(sweep(1));
          for (let run = begin; run < begin + runs; run++) {
            state.now = monday + run * 6 * hour;
            for (let i = 0; i < schedulers; i++) await dispatch();
            await scheduler.waitFor(deliver(copies));
          }
          const first = Array.from({ length: runs }, (_, i) => begin + i).find((each) => !isThrottled(each));
          if (first !== undefined) wanted.push(first);
        }
        expect(mails.map(({ at }) => runAt(at))).toEqual(wanted);
        const events = await scheduler.waitFor(ports.ledgerOf("ada").read());
        const tries = events.flatMap((event) =>
          event.kind === "digest" && event.step !== "sent" ? [event] : [],
        );
        const sent = events.filter((event) => event.kind === "digest" && event.step === "sent");
        expect(sent).toHaveLength(wanted.length);
        // One try with each run, however many messages there are.
        expect(new Set(tries.map(({ at }) => runAt(at))).size).toBe(tries.length);
      },
    ),
    { numRuns: 30 },
  );
});

test("a problem is mailed once at most, and who was told is asked no more, in any order of the worker, the queue, retries and lost answers", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fate, { minLength: 1, maxLength: 40 }),
      fc.array(sending, { minLength: 1, maxLength: 4 }),
      async (scheduler, fates, outcomes) => {
        const { state, ports, mails, dispatch, deliver } = world(
          scheduler,
          fates,
          (offer) => outcomes[offer % outcomes.length],
        );
        state.healed = true;
        state.member = { ...state.member, lastDigestSlot: monday };
        await ports.ledgerOf("ada").append({
          ...{ kind: "sweep-ended", outcome: "challenged", message: "", pending: 1, read: 0, counts: {} },
          ...{ upcoming: [], at: ports.now(), run: "sweep", account: null },
        });
        state.member = { ...state.member, untoldSince: ports.now() };
        state.healed = false;
        await dispatch();
        const tellers = [tellProblem("ada", ports), tellProblem("ada", ports), deliver(2)];
        await scheduler.waitFor(Promise.allSettled(tellers));
        state.healed = true;
        state.now += hour;
        await dispatch();
        await deliver(1);
        expect(mails.length).toBeLessThanOrEqual(1);
        const events = await ports.ledgerOf("ada").read();
        expect(events.filter(({ kind }) => kind === "problem-mail").length).toBeGreaterThan(0);
        expect(state.member.untoldSince).toBeNull();
        // Where it is written down that no mail was taken, the next run sends it.
        const written = fates.every((each) => each === "ok" || each === "again");
        if (written && outcomes.every((outcome) => outcome === "deferred")) expect(mails).toHaveLength(1);
        expect((await dispatch()).sent).toBe(0);
      },
    ),
    { numRuns: 150 },
  );
});

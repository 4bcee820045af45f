import { digestFacts } from "@lapse/core/digest/facts";
import type { LedgerEvent, LedgerFact } from "@lapse/core/ledger/event";
import { defaultPolicy } from "@lapse/core/policy/defaults";
import fc from "fast-check";
import { expect, test } from "vitest";
import { offerState } from "../../src/digest/offers.ts";
import { lastTold, weekSteps } from "../../src/digest/told.ts";

const at = (time: number, fact: LedgerFact): LedgerEvent => ({ ...fact, at: time, run: "r", account: null });
const stateOf = (events: readonly LedgerEvent[], week: string, now: number) =>
  offerState(weekSteps(events, week), now);
const until = (events: readonly LedgerEvent[]) => lastTold(events)?.until;
const sending = (time: number, week: string) => at(time, { kind: "digest", week, step: "sending" });
const sent = (time: number, week: string) => at(time, { kind: "digest", week, step: "sent" });
const quiet = (time: number, week: string) => at(time, { kind: "digest", week, step: "quiet" });
const failed = (time: number, week: string) => at(time, { kind: "digest-failed", week, reason: "no answer" });
const throttled = (time: number, week: string) =>
  at(time, { kind: "digest-failed", week, reason: "SES is throttling", again: true });

test("a digest goes on where the last one that arrived had gathered its facts", () => {
  expect(lastTold([])).toBeNull();
  expect(until([sending(10, "2026-W47"), sent(15, "2026-W47")])).toBe(10);
  expect(until([sending(10, "2026-W47"), sent(15, "2026-W47"), quiet(20, "2026-W48")])).toBe(20);
});

test("a digest that was made while a sweep wrote goes on after the last event that it told", () => {
  const opened = at(20, { kind: "digest", week: "2026-W48", step: "quiet", until: 15 });
  expect(lastTold([opened])).toEqual({ until: 15, at: 20 });
});

test("what a digest had to say that may not have arrived is said again by the next", () => {
  const arrived = [sending(10, "2026-W47"), sent(15, "2026-W47")];
  expect(until([...arrived, sending(20, "2026-W48"), failed(21, "2026-W48")])).toBe(10);
  expect(until([...arrived, sending(20, "2026-W48")])).toBe(10);
  // Throttled, and sent with the second try: the clock of the second worker was slow.
  const second = [sending(19, "2026-W48"), sent(20, "2026-W48")].map((event) => ({ ...event, run: "r2" }));
  expect(until([...arrived, ...second, sending(20, "2026-W48"), throttled(21, "2026-W48")])).toBe(19);
});

test("what a digest that came back had to say is said again by the next", () => {
  const of = (run: string, ...events: readonly LedgerEvent[]) => events.map((event) => ({ ...event, run }));
  const arrived = of("r1", sending(10, "2026-W47"), sent(15, "2026-W47"));
  const second = of("r2", sending(20, "2026-W48"), sent(21, "2026-W48"));
  const about = { kind: "mail-feedback", mail: "digest" } as const;
  const bounced = of("r2", at(30, { ...about, feedback: "undelivered" }));
  expect(until([...arrived, ...second, ...bounced])).toBe(10);
  expect(until([...bounced, ...arrived, ...second])).toBe(10);
  expect(until([...arrived, ...second, ...of("r2", at(30, { ...about, feedback: "complained" }))])).toBe(20);
  expect(stateOf([...second, ...bounced], "2026-W48", 60 * 60_000)).toEqual({ kind: "ended" });
});

test("over digests of which some come back, those that arrive tell of each withdrawal once", () => {
  const anyWeek = fc.record({
    withdrawals: fc.nat({ max: 3 }),
    returned: fc.boolean(),
    isHeardLate: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyWeek, { maxLength: 8 }), (weeks) => {
      const events: LedgerEvent[] = [];
      const told: string[] = [];
      const all: string[] = [];
      for (const [i, { withdrawals, returned, isHeardLate }] of [...weeks, lastWeek].entries()) {
        for (let n = 0; n < withdrawals; n++) {
          const name = `Person ${i}.${n}`;
          all.push(name);
          const invitation = { id: `${i}${n}`, profile: null, name, sentAt: null };
          events.push(at(i * 100 + 1 + n, { kind: "withdrawn", invitation }));
        }
        const [now, week, run] = [i * 100 + 50, `2026-W${10 + i}`, `r${i}`];
        const { until: since = 0 } = lastTold(events) ?? {};
        const facts = digestFacts({ events, policy: defaultPolicy, now, since });
        const names = facts.withdrawn.map(({ ref }) => ref.name);
        const opened = at(now, { kind: "digest", week, step: "sending", until: facts.until });
        const back = at(now + 9, { kind: "mail-feedback", mail: "digest", feedback: "bounced" });
        const written = [opened, sent(now + 1, week)];
        const whole = returned ? (isHeardLate ? [...written, back] : [back, ...written]) : written;
        events.push(...whole.map((event) => ({ ...event, run })));
        if (!returned) told.push(...names);
      }
      expect(told.sort()).toEqual(all.sort());
    }),
  );
});

/** Of a row of digests the last one arrives: what an earlier one did not tell, it tells. */
const lastWeek = { withdrawals: 1, returned: false, isHeardLate: false };

test("a week that was opened has ended, is under way, or was abandoned", () => {
  const week = "2026-W48";
  const minute = 60_000;
  expect(stateOf([sending(0, week)], week, 15 * minute)).toEqual({ kind: "in-flight" });
  expect(stateOf([sending(0, week)], week, 60 * minute)).toEqual({ kind: "abandoned" });
  for (const end of [sent(1, week), failed(1, week)]) {
    expect(stateOf([sending(0, week), end], week, 60 * minute)).toEqual({ kind: "ended" });
  }
  expect(stateOf([quiet(0, week)], week, 60 * minute)).toEqual({ kind: "ended" });
  expect(stateOf([sending(0, week), sent(1, "2026-W47")], week, 60 * minute)).toEqual({ kind: "abandoned" });
});

test("a week whose mail was certainly not taken is open to the next try, about an hour later, and only then", () => {
  const week = "2026-W48";
  const minute = 60_000;
  const first = [sending(0, week), throttled(1, week)];
  expect(stateOf([], week, 0)).toEqual({ kind: "open", attempt: 1, tooSoon: false });
  expect(stateOf(first, "2026-W49", minute)).toEqual({ kind: "open", attempt: 1, tooSoon: false });
  expect(stateOf(first, week, 29 * minute)).toEqual({ kind: "open", attempt: 2, tooSoon: true });
  expect(stateOf(first, week, 31 * minute)).toEqual({ kind: "open", attempt: 2, tooSoon: false });
  // Another worker was first: its try is under way, was abandoned, or has ended.
  const second = { ...sending(40 * minute, week), run: "r2" };
  expect(stateOf([...first, second], week, 41 * minute)).toEqual({ kind: "in-flight" });
  expect(stateOf([...first, second], week, 80 * minute)).toEqual({ kind: "abandoned" });
  expect(stateOf([...first, second, { ...sent(42 * minute, week), run: "r2" }], week, 80 * minute)).toEqual({
    kind: "ended",
  });
  const third = [second, { ...throttled(41 * minute, week), run: "r2" }];
  expect(stateOf([...first, ...third], week, 90 * minute)).toEqual({
    kind: "open",
    attempt: 3,
    tooSoon: true,
  });
  expect(stateOf([...first, ...third], week, 135 * minute)).toEqual({
    kind: "open",
    attempt: 3,
    tooSoon: false,
  });
});

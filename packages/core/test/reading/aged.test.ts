import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { referenceTo } from "../../src/invitation/invitation.ts";
import type { LedgerFact } from "../../src/ledger/event.ts";
import { agedTo, pendingNow } from "../../src/reading/aged.ts";
import { day, invitation, now } from "../invitation/sample.ts";
import { event } from "../ledger/sample.ts";
import { anyList } from "../plan/arbitrary.ts";
import { read } from "./sample.ts";

const anyPassed = fc.integer({ min: -30 * day, max: 300 * day });

describe("the ages of a reading", () => {
  test("grow by the time since it was read, and never shrink, whatever the clock says", () => {
    fc.assert(
      fc.property(anyList, anyPassed, (invitations, passed) => {
        const aged = agedTo(read(invitations), now + passed);
        const grown = Math.max(0, passed);
        expect(aged.at).toBe(now + grown);
        aged.sent.invitations.forEach((each, i) => {
          const age = invitations[i]?.age ?? null;
          const atMost = age?.atMost ?? null;
          expect(each.age).toEqual(
            age && { atLeast: age.atLeast + grown, atMost: atMost === null ? null : atMost + grown },
          );
        });
      }),
    );
  });

  test("grow by the same, whether they are aged once or in two steps", () => {
    fc.assert(
      fc.property(anyList, fc.nat(90 * day), fc.nat(90 * day), (invitations, one, other) => {
        const reading = read(invitations);
        const twice = agedTo(agedTo(reading, now + one), now + one + other);
        expect(twice).toEqual(agedTo(reading, now + one + other));
      }),
    );
  });

  test("grow on the received side, too", () => {
    const theirs = invitation("bo", 40, { direction: "received" });
    const reading = read([], { received: { pending: 1, invitations: [theirs] } });
    expect(agedTo(reading, now + day).received?.invitations[0]?.age?.atLeast).toBe(41 * day);
  });
});

describe("what of a reading is still pending", () => {
  const list = ["ada", "bo", "cy"].map((slug, i) => invitation(slug, 40 + i));
  const [ada, bo] = list;
  if (ada === undefined || bo === undefined) throw new Error("three were made");
  const left = (...facts: readonly [at: number, fact: LedgerFact][]) =>
    pendingNow(
      read(list),
      facts.map(([at, fact]) => event(at, fact)),
      now + 3 * day,
    );
  const names = (reading: ReturnType<typeof left>) => reading.sent.invitations.map((each) => each.profile);
  const about = { invitation: referenceTo(ada) };

  test.each<[string, LedgerFact]>([
    ["withdrawn", { kind: "withdrawn", ...about }],
    ["answered", { kind: "answered", ...about, age: { atLeast: 1, atMost: 2 } }],
    ["found gone by a later sweep", { kind: "reconciled", ...about, found: "gone" }],
  ])("is without one that was %s since, and the counter is one lower", (_, fact) => {
    const reading = left([now + 1, fact]);
    expect(names(reading)).toEqual(["/in/bo", "/in/cy"]);
    expect(reading.sent.pending).toBe(2);
  });

  test("is without one that was withdrawn on their own page, which shows no id", () => {
    const invitation = { ...about.invitation, id: null };
    const gone: LedgerFact = { kind: "withdrawn", invitation };
    expect(names(left([now + 1, gone]))).toEqual(["/in/bo", "/in/cy"]);
    expect(
      names(left([now + 1, gone], [now + 2, { kind: "unverified", ...about, reason: "x" }])),
    ).toHaveLength(3);
    expect(names(left([now - 1, gone]))).toHaveLength(3);
  });

  test.each<[string, LedgerFact]>([
    ["a click that was never proved", { kind: "unverified", ...about, reason: "x" }],
    ["a refusal", { kind: "failed", ...about, reason: "x" }],
    ["a click without a result", { kind: "intent", ...about }],
    ["a click that changed nothing", { kind: "reconciled", ...about, found: "still-pending" }],
  ])("holds one with %s", (_, fact) => {
    expect(names(left([now + 1, fact]))).toHaveLength(3);
  });

  test("holds one that was withdrawn before the list was read, because the list shows it", () => {
    expect(names(left([now - 1, { kind: "withdrawn", ...about }]))).toHaveLength(3);
  });

  test("holds one that was withdrawn and is back on a fresh load", () => {
    const back: LedgerFact = { kind: "unverified", ...about, reason: "it is there again" };
    expect(names(left([now + 1, { kind: "withdrawn", ...about }], [now + 2, back]))).toHaveLength(3);
  });

  test("leaves a received invitation alone where the sent one to the same person went", () => {
    const theirs = invitation("ada", 40, { id: null, direction: "received" });
    const received = { pending: null, invitations: [theirs] };
    const mine = { ...about.invitation, id: null };
    const events = [event(now + 1, { kind: "withdrawn", invitation: mine })];
    const reading = read([{ ...ada, id: null }], { received });
    expect(pendingNow(reading, events, now).received).toEqual(received);
    expect(pendingNow(reading, events, now).sent).toEqual({ pending: 0, invitations: [] });
  });

  test("is without a received one that was ignored since", () => {
    const theirs = invitation("bo", 40, { direction: "received" });
    const reading = read([], { received: { pending: 1, invitations: [theirs] } });
    const events = [event(now + 1, { kind: "ignored", invitation: referenceTo(theirs) })];
    expect(pendingNow(reading, events, now).received).toEqual({ pending: 0, invitations: [] });
  });

  test("is a part of the list in its order, with the counter as much lower as the list is shorter", () => {
    fc.assert(
      fc.property(
        anyList,
        fc.array(fc.nat(79)),
        fc.option(fc.nat(200), { nil: null }),
        (all, went, pending) => {
          const reading = read(all, { sent: { pending, invitations: all } });
          const events = went.flatMap((i) => {
            const each = all[i];
            return each === undefined
              ? []
              : [event(now + i, { kind: "withdrawn", invitation: referenceTo(each) })];
          });
          const { sent } = pendingNow(reading, events, now);
          const keyed = new Set(went.filter((i) => all[i]?.id ?? all[i]?.profile));
          expect(sent.invitations).toEqual(all.filter((_, i) => !keyed.has(i)));
          const gone = all.length - sent.invitations.length;
          expect(sent.pending).toBe(pending === null ? null : Math.max(0, pending - gone));
        },
      ),
    );
  });
});

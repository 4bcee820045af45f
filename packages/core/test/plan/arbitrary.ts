import fc from "fast-check";
import type { Invitation } from "../../src/invitation/invitation.ts";
import type { Announcement } from "../../src/ledger/announcement.ts";
import type { PlanInput, Trigger } from "../../src/plan/plan.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { day, invitation, keyOf, now } from "../invitation/sample.ts";
import { anyPolicy } from "../policy/arbitrary.ts";

const row = fc.record({
  days: fc.integer({ min: 0, max: 400 * 24 }).map((hours) => hours / 24),
  name: fc.constantFrom("Ada Example", "Bo Sample", "Ines O'Fake-Núñez", "LinkedIn Member"),
  headline: fc.constantFrom("", "Compiler engineer", "Recruiting lead", "Head of Data"),
  hasNote: fc.boolean(),
  form: fc.constantFrom(
    "whole",
    "whole",
    "whole",
    "no age",
    "trouble",
    "no id",
    "no link",
    "nameless",
    "by label",
  ),
});

/** A list as the page shows it, newest first, no two the same. */
export const anyList: fc.Arbitrary<Invitation[]> = fc.array(row, { maxLength: 80, size: "max" }).map((rows) =>
  rows
    .toSorted((a, b) => a.days - b.days)
    .map(({ days, name, headline, hasNote, form }, i): Invitation => {
      const slug = `person-${i}`;
      const whole = invitation(slug, days + i / 1_000, { name, headline, hasNote });
      switch (form) {
        case "no age":
          return { ...whole, age: null };
        case "trouble":
          return { ...whole, trouble: "its row and its Withdraw control name different people" };
        case "no id":
          return { ...whole, id: null };
        case "no link":
          return { ...whole, profile: null, addresses: [] };
        case "nameless":
          return { ...whole, id: null, profile: null, addresses: [] };
        case "by label":
          return { ...whole, sentAt: null, age: { atLeast: Math.floor(days) * day, atMost: null } };
        default:
          return whole;
      }
    }),
);

const policies: fc.Arbitrary<Policy> = fc
  .record({
    policy: anyPolicy,
    olderThanDays: fc.integer({ min: 1, max: 200 }),
    perDay: fc.integer({ min: 1, max: 50 }),
    profiles: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 3 }),
    words: fc.array(fc.constantFrom("bo", "recruiting", "HEAD OF"), { maxLength: 1 }),
    newest: fc.integer({ min: 0, max: 6 }),
    over: fc.constantFrom(0, 0, 5, 20),
    withNote: fc.boolean(),
    noticeDays: fc.constantFrom(0, 7, 28),
  })
  .map(({ policy, olderThanDays, perDay, profiles, words, newest, over, noticeDays, withNote }) => ({
    ...policy,
    olderThanDays,
    perDay,
    noticeDays,
    keep: {
      profiles: profiles.map((n) => `https://de.linkedin.com/in/person-${n}/?trk=x`),
      words,
      newest,
      withNote,
    },
    onlyWhenPendingOver: over,
  }));

function scheduled(list: readonly Invitation[]): fc.Arbitrary<Trigger> {
  return fc
    .record({
      told: fc.array(fc.integer({ min: -1, max: 80 }), { minLength: list.length, maxLength: list.length }),
      on: fc.integer({ min: -40, max: 10 }),
      confirmedDue: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
    })
    .map(({ told, on, confirmedDue }) => {
      const announced = new Map<string, Announcement>();
      list.forEach((each, i) => {
        const ago = told[i] ?? -1;
        if (ago >= 0) announced.set(keyOf(each), { at: now - ago * day, on: now + on * day });
      });
      return { kind: "scheduled", announced, promised: announced, confirmedDue };
    });
}

/** Anything that a sweep may be asked to plan. */
export const anyInput: fc.Arbitrary<PlanInput> = anyList.chain((invitations) =>
  fc.record({
    policy: policies,
    invitations: fc.constant(invitations),
    pending: fc.option(fc.integer({ min: 0, max: 50 }), { nil: null }),
    now: fc.constant(now),
    spent: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 })),
    trigger: fc.oneof(fc.constant<Trigger>({ kind: "by-hand" }), scheduled(invitations)),
  }),
);

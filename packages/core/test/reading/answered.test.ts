import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Invitation, referenceTo } from "../../src/invitation/invitation.ts";
import type { LedgerFact } from "../../src/ledger/event.ts";
import { answeredBetween } from "../../src/reading/answered.ts";
import type { Reading } from "../../src/reading/reading.ts";
import { day, idSentAt, invitation, now } from "../invitation/sample.ts";
import { event } from "../ledger/sample.ts";
import { read } from "./sample.ts";

const later = now + 2 * day;
const person = (slug: string, days: number, more: Partial<Invitation> = {}) =>
  invitation(slug, days, { name: `Sample ${slug}`, ...more });
const ada = person("ada", 20);
const bo = person("bo", 40);
const after = (invitations: readonly Invitation[], more: Partial<Reading> = {}) =>
  read(invitations, { at: later, ...more });
const names = (facts: readonly LedgerFact[]) =>
  facts.map((fact) => (fact.kind === "answered" ? fact.invitation.profile : fact.kind));

test("one that was on the first reading and is not on the second was answered in between", () => {
  expect(answeredBetween(read([ada, bo]), after([bo]), [])).toEqual([
    { kind: "answered", invitation: referenceTo(ada), age: { atLeast: 20 * day, atMost: 22 * day } },
  ]);
});

describe("nobody is said to have answered", () => {
  const gone = [read([ada, bo]), after([bo])] as const;
  const [before, then] = gone;
  const without = (list: Reading, pending: number | null): Reading => ({
    ...list,
    sent: { ...list.sent, pending },
  });

  test.each<[string, Reading, Reading]>([
    ["where the first list was not read whole", without(before, 3), then],
    ["where the second list was not read whole", before, without(then, 2)],
    ["where a counter could not be read", before, without(then, null)],
    ["where another account is signed in", before, { ...then, account: "/in/somebody-else" }],
    ["where nothing shows whose lists these are", { ...before, account: null }, after([], { account: null })],
    ["where the readings are in the wrong order", { ...before, at: later + 1 }, then],
    [
      "where a row could be anybody",
      before,
      after([bo, person("x", 20, { id: null, profile: null, addresses: [] })]),
    ],
  ])("%s", (_, one, other) => {
    expect(answeredBetween(one, other, [])).toEqual([]);
  });

  test.each<[string, Partial<Invitation>]>([
    ["was not understood", { trouble: "its age is unknown" }],
    ["has an unknown age", { age: null }],
    ["has no upper end to its age", { age: { atLeast: day, atMost: null } }],
    ["has neither id nor profile", { id: null, profile: null, addresses: [] }],
    ["is not a person", { person: false }],
  ])("where the row of the first reading %s", (_, more) => {
    expect(answeredBetween(read([{ ...ada, ...more }, bo]), then, [])).toEqual([]);
  });

  test.each<[string, Partial<Invitation>]>([
    ["another id", { id: idSentAt(now - day) }],
    ["another id and another link", { id: idSentAt(now - day), profile: "/in/new-slug" }],
    ["no id", { id: null }],
    ["another name and no id", { id: null, name: "Somebody Else" }],
  ])("where the person is still there with %s", (_, more) => {
    expect(answeredBetween(before, after([{ ...ada, ...more }, bo]), [])).toEqual([]);
  });

  const about = { invitation: referenceTo(ada) };
  test.each<[string, LedgerFact]>([
    ["withdrew", { kind: "withdrawn", ...about }],
    ["clicked", { kind: "intent", ...about }],
    ["could not prove", { kind: "unverified", ...about, reason: "x" }],
    ["were refused", { kind: "failed", ...about, reason: "x" }],
    ["found gone after a click", { kind: "reconciled", ...about, found: "gone" }],
    ["wrote down before", { kind: "answered", ...about, age: { atLeast: 0, atMost: 1 } }],
    ["withdrew on the profile page", { kind: "withdrawn", invitation: { ...about.invitation, id: null } }],
    [
      "withdrew and knew by name alone",
      { kind: "withdrawn", invitation: { ...about.invitation, id: null, profile: null } },
    ],
  ])("where it is one that we %s", (_, fact) => {
    expect(answeredBetween(before, then, [event(now + 1, fact)])).toEqual([]);
    expect(answeredBetween(before, then, [event(now - day, fact)])).toEqual([]);
  });
});

test("without a name for the account, an id on both lists shows that they are one member's", () => {
  const one = read([ada, bo], { account: null });
  expect(names(answeredBetween(one, after([bo]), []))).toEqual(["/in/ada"]);
  expect(answeredBetween(one, after([person("cy", 1)]), [])).toEqual([]);
});

test("what the member did with somebody's own invitation says nothing of the one they sent", () => {
  const theirs = { ...referenceTo(ada), direction: "received" } as const;
  const events = [event(now, { kind: "ignored", invitation: theirs })];
  expect(names(answeredBetween(read([ada, bo]), after([bo]), events))).toEqual(["/in/ada"]);
});

/** What became of each of some invitations, and when (ms after `now`); and when the second reading was. */
const anyWorld = fc.record({
  fates: fc.array(
    fc.record({
      days: fc.nat(200),
      slack: fc.nat(7),
      fate: fc.constantFrom("stays", "answered", "ours", "new"),
      when: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    }),
    { maxLength: 40 },
  ),
  between: fc.integer({ min: 1, max: 20 * day }),
});

test("exactly those that went without us are found, and their true age lies between the two that are told", () => {
  fc.assert(
    fc.property(anyWorld, ({ fates, between }) => {
      const made = fates.map(({ days, slack, fate, when }, i) => ({
        fate,
        trueAge: days * day + between * when,
        // A label tells only a range around the truth.
        row: person(`p-${i}`, days + i / 1_000, {
          age: { atLeast: Math.max(0, days - slack) * day, atMost: (days + slack) * day },
        }),
      }));
      const rows = (...of: string[]) => made.filter(({ fate }) => of.includes(fate)).map(({ row }) => row);
      const second = { ...read(rows("stays", "new")), at: now + between };
      const ours = rows("ours").map((row) => event(now, { kind: "withdrawn", invitation: referenceTo(row) }));
      const facts = answeredBetween(read(rows("stays", "answered", "ours")), second, ours);
      const answered = made.filter(({ fate }) => fate === "answered");
      expect(names(facts)).toEqual(answered.map(({ row }) => row.profile));
      facts.forEach((fact, i) => {
        if (fact.kind !== "answered") return;
        expect(fact.age.atLeast).toBeLessThanOrEqual(answered[i]?.trueAge ?? -1);
        expect(fact.age.atMost).toBeGreaterThanOrEqual(answered[i]?.trueAge ?? Number.POSITIVE_INFINITY);
      });
    }),
  );
});

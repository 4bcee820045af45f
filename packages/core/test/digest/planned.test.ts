import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { digestFacts } from "../../src/digest/facts.ts";
import { standings } from "../../src/digest/standing.ts";
import { type Invitation, invitationKey, referenceTo } from "../../src/invitation/invitation.ts";
import type { LedgerEvent, LedgerFact } from "../../src/ledger/event.ts";
import type { Policy } from "../../src/policy/policy.ts";
import type { Reading } from "../../src/reading/reading.ts";
import { connectedMember, event, invitation, now, reading, shown, sweepEnded } from "../dashboard/sample.ts";
import { anyInput } from "../plan/arbitrary.ts";
import { policyWith } from "../plan/sample.ts";

const day = 86_400_000;
const fresh = invitation("cy", 3, { name: "Cy Fresh" });
const [ada, bo] = [invitation("ada", 45), invitation("bo", 60, { name: "Bo Sample" })];
const list = { ...reading([fresh, ada, bo]), at: now - day };
const comes = ({ id, profile, name, sentAt }: Invitation) => ({
  ...{ id, profile, name, sentAt },
  on: new Date(now + 7 * day).toISOString(),
});
const swept: LedgerEvent = {
  ...(sweepEnded(now - day + 1) as Extract<LedgerEvent, { kind: "sweep-ended" }>),
  upcoming: [comes(bo), comes(ada)],
};

interface Change {
  readonly policy?: Policy;
  readonly events?: readonly LedgerEvent[];
  readonly of?: Reading | null;
}

function coming({ policy = policyWith({}), events = [], of = list }: Change): string[] {
  const facts = digestFacts({ events: [swept, ...events], reading: of, policy, now, since: now - 7 * day });
  return facts.comingUp.map(({ upcoming }) => upcoming.name);
}

const since = (fact: LedgerFact) => event(now - 1_000, fact);
const age = { atLeast: 60 * day, atMost: 61 * day };

describe("who is coming up in a digest", () => {
  test("is whoever is due on the list that was read last, the oldest first", () => {
    expect(coming({})).toEqual(["Bo Sample", "Ada Example"]);
    const older = { ...list, sent: { pending: 2, invitations: [fresh, ada] } };
    expect(coming({ of: older })).toEqual(["Ada Example"]);
  });

  test.each<[string, Policy, string[]]>([
    ["older than more days", policyWith({ olderThanDays: 50 }), ["Bo Sample"]],
    ["older than fewer days", policyWith({ olderThanDays: 2 }), ["Bo Sample", "Ada Example", "Cy Fresh"]],
    ["only while many are pending", policyWith({ onlyWhenPendingOver: 500 }), []],
    ["down to two", policyWith({ onlyWhenPendingOver: 2 }), ["Bo Sample"]],
    ["keeping the newest", policyWith({}, { newest: 2 }), ["Bo Sample"]],
    ["keeping by a word of the headline", policyWith({}, { words: ["fictional labs"] }), []],
    ["paused", policyWith({ paused: true }), []],
  ])("is asked by the rules as they are now: %s", (_, policy, names) => {
    expect(coming({ policy })).toEqual(names);
  });

  test("is nobody who answered since, with the list stored and without", () => {
    const events = [since({ kind: "answered", invitation: referenceTo(bo), age })];
    expect(coming({ events })).toEqual(["Ada Example"]);
    expect(coming({ events, of: null })).toEqual(["Ada Example"]);
  });

  test("is nobody whom a sweep took in hand since, whatever came of it", () => {
    const facts: LedgerFact[] = [
      { kind: "intent", invitation: referenceTo(bo) },
      { kind: "failed", invitation: referenceTo(bo), reason: "its dialog never came" },
      { kind: "withdrawn", invitation: { ...referenceTo(bo), id: null } },
    ];
    for (const fact of facts) expect(coming({ events: [since(fact)] })).toEqual(["Ada Example"]);
  });

  test("is as many as can go before the digest after the next one, of a list however long", () => {
    const many = reading(Array.from({ length: 500 }, (_, i) => invitation(`person-${i}`, 40 + i / 10)));
    const go = since({ kind: "confirmed", due: 500 });
    const named = (more: Partial<Policy>) =>
      coming({ of: many, policy: policyWith(more), events: [go] }).length;
    expect(named({ perDay: 10, noticeDays: 7 })).toBe(210);
    expect(named({ perDay: 1, noticeDays: 7 })).toBe(100);
    expect(named({ perDay: 50, noticeDays: 28 })).toBe(500);
  });

  test("is nobody while the belt holds, as on the dashboard, whichever side is too long, until the member says go", () => {
    const people = (n: number, direction: Invitation["direction"]) =>
      Array.from({ length: n }, (_, i) => invitation(`${direction}-${i}`, 40 + i / 10, { direction }));
    const policy = { ...policyWith({}), received: { ignoreOlderThanDays: 30 } };
    const go = (due: number) => since({ kind: "confirmed", due });
    for (const [sent, received, due] of [
      [200, 0, 3],
      [40, 40, 3],
      [0, 60, 3],
    ] as const) {
      const of = reading(people(sent, "sent"), {
        pending: received,
        invitations: people(received, "received"),
      });
      const dashboard = shown({ member: connectedMember({ policy }), reading: of, events: [swept, go(due)] });
      const items = dashboard.groups.flatMap((group) => group.items);
      expect(items.filter(({ state, on }) => state === "due" && on !== null)).toEqual([]);
      expect(coming({ of, policy, events: [go(due)] })).toEqual([]);
      expect(coming({ of, policy, events: [go(sent + received)] })).toHaveLength(sent + received);
    }
  });

  test("is nobody whom a sweep named that stopped at the belt, where no list is stored, until the member says go", () => {
    const belt = { ...swept, outcome: "belt" } as const;
    const named = (...events: LedgerEvent[]) =>
      digestFacts({ events: [belt, ...events], reading: null, policy: policyWith({}), now, since: 0 });
    expect(named().comingUp).toEqual([]);
    expect(named().standing).toEqual(standings.belt);
    expect(named(since({ kind: "confirmed", due: 2 })).comingUp).toHaveLength(2);
  });

  test("is nobody before a sweep has read the list, however much of it is known", () => {
    const facts = digestFacts({ events: [], reading: list, policy: policyWith({}), now, since: 0 });
    expect(facts.comingUp).toEqual([]);
  });

  test("is whom the dashboard shows as coming up, for any list and any rules", () => {
    fc.assert(
      fc.property(anyInput, fc.option(fc.integer({ min: 7, max: 100 }), { nil: null }), (input, theirs) => {
        const { policy: rules, invitations } = input;
        const policy = { ...rules, paused: false, received: { ignoreOlderThanDays: theirs } };
        const received = { pending: 1, invitations: [invitation("fay", 50, { direction: "received" })] };
        const of = reading(invitations, received);
        const member = connectedMember({ policy });
        const due = shown({ member, reading: of, events: [swept] })
          .groups.flatMap(({ items }) => items)
          // Where the belt holds nobody has a day, and the digest names nobody.
          .filter(({ state, on }) => state === "due" && on !== null);
        const facts = digestFacts({ events: [swept], reading: of, policy, now, since: 0 });
        const named = facts.comingUp.map(({ upcoming }) => invitationKey(upcoming));
        expect(named.toSorted()).toEqual(due.map(({ key }) => key).toSorted());
      }),
      { numRuns: 200 },
    );
  });
});

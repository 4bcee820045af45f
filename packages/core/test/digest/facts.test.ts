import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeDigest } from "../../src/digest/compose.ts";
import { type DigestFacts, digestFacts } from "../../src/digest/facts.ts";
import { promisedOn } from "../../src/ledger/announcement.ts";
import type { LedgerEvent, LedgerFact } from "../../src/ledger/event.ts";
import { foldLedger } from "../../src/ledger/fold.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { day, event, fullWeek, now, person, since, swept, upcoming, withdrawn } from "./sample.ts";

function factsOf(events: readonly LedgerEvent[], change: Partial<Policy> = {}) {
  return digestFacts({ events, policy: { ...defaultPolicy, ...change }, now, since });
}

function announcedBy(facts: DigestFacts): string[] {
  const content = composeDigest(facts);
  return content.kind === "mail" ? content.announces.map(({ name }) => name) : [];
}

describe("what counts as withdrawn", () => {
  test("is what was proved since the last digest, the newest first", () => {
    const events = [...withdrawn(8, person(1)), ...withdrawn(3, person(2)), ...withdrawn(1, person(3))];
    expect(factsOf(events).withdrawn.map((fate) => fate.ref.profile)).toEqual([
      "/in/person-3",
      "/in/person-2",
    ]);
  });

  test("is never an intent without a result, and that is told", () => {
    const facts = factsOf([event(1, { kind: "intent", invitation: person(1) })]);
    expect(facts.withdrawn).toEqual([]);
    expect(facts.unproved[0]?.reason).toContain("cannot prove");
  });

  test("is never one that was gone when the next sweep looked", () => {
    const facts = factsOf([
      event(2, { kind: "intent", invitation: person(1) }),
      event(1, { kind: "reconciled", invitation: person(1), found: "gone" }),
    ]);
    expect(facts.withdrawn).toEqual([]);
    expect(facts.unproved[0]?.reason).toContain("cannot prove");
  });

  test("is nothing at all where it was found still pending", () => {
    const facts = factsOf([
      event(2, { kind: "intent", invitation: person(1) }),
      event(1, { kind: "reconciled", invitation: person(1), found: "still-pending" }),
    ]);
    expect([...facts.withdrawn, ...facts.unproved, ...facts.failed]).toEqual([]);
  });

  test("is not one that was back on a fresh load", () => {
    const facts = factsOf([
      ...withdrawn(1, person(1)),
      event(0.5, { kind: "unverified", invitation: person(1), reason: "it was back" }),
    ]);
    expect(facts.withdrawn).toEqual([]);
    expect(facts.unproved.map((fate) => fate.reason)).toEqual(["it was back"]);
  });

  test("is what the ledger's last word says, for any ledger", () => {
    const words = fc.constantFrom("intent", "withdrawn", "failed", "unverified", "gone", "still-pending");
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 4 }), words), { maxLength: 30 }), (steps) => {
        const last = new Map<number, string>();
        const events = steps.map(([n, word], i) => {
          last.set(n, word);
          return event(6 - i * 0.1, factOf(n, word));
        });
        const facts = factsOf(events);
        const count = (...kinds: string[]) =>
          [...last.values()].filter((word) => kinds.includes(word)).length;
        expect(facts.withdrawn).toHaveLength(count("withdrawn"));
        expect(facts.unproved).toHaveLength(count("intent", "unverified", "gone"));
        expect(facts.failed).toHaveLength(count("failed"));
      }),
    );
  });
});

function factOf(n: number, word: string): LedgerFact {
  const invitation = person(n);
  switch (word) {
    case "intent":
    case "withdrawn":
      return { kind: word, invitation };
    case "failed":
    case "unverified":
      return { kind: word, invitation, reason: "so it is" };
    default:
      return { kind: "reconciled", invitation, found: word === "gone" ? "gone" : "still-pending" };
  }
}

describe("what is coming up", () => {
  const iso = (ms: number) => new Date(ms).toISOString();

  test("has a date that leaves the whole notice from today", () => {
    const facts = factsOf([
      swept(1, { upcoming: [upcoming(1, iso(now - day)), upcoming(2, iso(now + 9 * day))] }),
    ]);
    expect(facts.comingUp.map((coming) => coming.from)).toEqual([now + 7 * day, now + 9 * day]);
    expect(facts.comingUp[0]?.upcoming.on).toBe(iso(now + 7 * day));
  });

  test("keeps the date that an earlier digest gave, and is not new then", () => {
    const told = event(6, { kind: "announced", upcoming: [upcoming(1, iso(now + day))] });
    const facts = factsOf([told, swept(1, { upcoming: [upcoming(1, iso(now + day))] })]);
    expect(facts.comingUp).toMatchObject([{ from: now + day, told: true, toAnnounce: false }]);
  });

  test("is announced again where a longer notice puts it off, and that day holds once the notice is short again", () => {
    const first = event(7, { kind: "announced", upcoming: [upcoming(1, iso(now + day))] });
    const list = swept(1, { upcoming: [upcoming(1, iso(now))] });
    const raised = factsOf([first, list], { noticeDays: 28 });
    expect(raised.comingUp).toMatchObject([{ from: now + 21 * day, told: true, toAnnounce: true }]);
    const second = event(0, { kind: "announced", upcoming: raised.comingUp.map((each) => each.upcoming) });
    expect(factsOf([first, second, list]).comingUp).toMatchObject([
      { from: now + 21 * day, told: true, toAnnounce: false },
    ]);
    const { promised } = foldLedger([first, second]);
    expect(promisedOn(promised, person(1), now)).toBe(now + 21 * day);
  });

  test("is not announced anew for some hours of one day", () => {
    const told = event(6.9, { kind: "announced", upcoming: [upcoming(1, iso(now))] });
    const facts = factsOf([told, swept(1, { upcoming: [upcoming(1, iso(now))] })]);
    expect(facts.comingUp).toMatchObject([{ from: now + 0.1 * day, toAnnounce: false }]);
  });

  test("is announced again before its announcement counts no more, without another wait", () => {
    const told = event(31, { kind: "announced", upcoming: [upcoming(1, iso(now - 20 * day))] });
    const facts = factsOf([told, swept(1, { upcoming: [upcoming(1, iso(now))] })]);
    expect(facts.comingUp).toMatchObject([{ from: now, told: true, toAnnounce: true }]);
    expect(announcedBy(facts)).toEqual(["Person 1"]);
  });

  test("is announced as new, with its whole notice, where it was named so long ago that its keep links are over", () => {
    const told = event(60, { kind: "announced", upcoming: [upcoming(1, iso(now - 50 * day))] });
    const facts = factsOf([told, swept(1, { upcoming: [upcoming(1, iso(now))] })]);
    expect(facts.comingUp).toMatchObject([{ from: now + 7 * day, told: false, toAnnounce: true }]);
    expect(announcedBy(facts)).toEqual(["Person 1"]);
  });

  test("is announced as new after the same person was withdrawn from and invited again", () => {
    const person1 = { ...upcoming(1, iso(now - 25 * day)), id: null };
    const { on: _, ...invitation } = person1;
    const events = [
      event(32, { kind: "announced", upcoming: [person1] }),
      event(24, { kind: "withdrawn", invitation }),
      swept(1, { upcoming: [{ ...person1, on: iso(now) }] }),
    ];
    expect(factsOf(events).comingUp).toMatchObject([{ from: now + 7 * day, told: false, toAnnounce: true }]);
  });

  test("keeps the day that was promised, also where that announcement counts no more", () => {
    const told = event(61, { kind: "announced", upcoming: [upcoming(1, iso(now + 20 * day))] });
    const facts = factsOf([told, swept(1, { upcoming: [upcoming(1, iso(now))] })]);
    expect(facts.comingUp).toMatchObject([{ from: now + 20 * day, told: false }]);
  });

  test("is never in the past", () => {
    const told = event(30, { kind: "announced", upcoming: [upcoming(1, iso(now - 20 * day))] });
    const facts = factsOf([told, swept(1, { upcoming: [upcoming(1, iso(now - 20 * day))] })]);
    expect(facts.comingUp[0]?.from).toBe(now);
  });

  test("is nobody whom the member keeps by now, and nothing while they pause", () => {
    const events = [
      swept(1, { upcoming: [upcoming(1, iso(now)), { ...upcoming(2, iso(now)), name: "Rita Recruiter" }] }),
    ];
    const keep = { ...defaultPolicy.keep, profiles: ["linkedin.com/in/Person-1/"], words: ["recruiter"] };
    expect(factsOf(events, { keep }).comingUp).toEqual([]);
    expect(factsOf(events, { paused: true }).comingUp).toEqual([]);
    expect(factsOf(events).comingUp).toHaveLength(2);
  });

  test("is nobody whom a running sweep took in hand meanwhile", () => {
    const events = [swept(1, { upcoming: [upcoming(1, iso(now))] }), ...withdrawn(0.5, person(1))];
    expect(factsOf(events).comingUp).toEqual([]);
  });

  test("is what the last list said that was read, while the site cannot be reached", () => {
    const events = [
      swept(2, { upcoming: [upcoming(1, iso(now))] }),
      swept(1, { outcome: "unreachable", read: 0 }),
    ];
    expect(factsOf(events).comingUp).toHaveLength(1);
  });

  test("is what the latest sweep says, not one that found another at work", () => {
    const events = [
      swept(2, { upcoming: [upcoming(1, iso(now))] }),
      swept(1, { upcoming: [upcoming(2, iso(now))] }),
      swept(0.9, { outcome: "busy", upcoming: [] }),
    ];
    expect(factsOf(events).comingUp.map((coming) => coming.upcoming.name)).toEqual(["Person 2"]);
  });
});

describe("how things stand", () => {
  test.each(["belt", "signed-out", "challenged", "wrong-account", "blocked"] as const)(
    "after %s the member has to act, and is told how",
    (outcome) => {
      const { standing } = factsOf([...fullWeek, swept(0.5, { outcome })]);
      expect(standing?.actor).toBe("member");
      expect(standing?.act).toMatch(/\.$/);
    },
  );

  test.each(["done", "nothing-due", "previewed", "paused"] as const)(
    "after %s there is nothing to add",
    (outcome) => {
      expect(factsOf([swept(0.5, { outcome })]).standing).toBeNull();
    },
  );

  test("brings a mail once, and again after four weeks without one", () => {
    const sent = event(8, { kind: "digest", week: "2026-W18", step: "sent" });
    expect(factsOf([swept(9, { outcome: "challenged" }), sent]).standingIsNews).toBe(false);
    const long = event(28, { kind: "digest", week: "2026-W15", step: "sent" });
    expect(factsOf([swept(30, { outcome: "challenged" }), long]).standingIsNews).toBe(true);
    expect(factsOf([swept(2, { outcome: "challenged" })]).standingIsNews).toBe(true);
  });

  test("is said in every mail for as long as it needs the member", () => {
    expect(factsOf([swept(9, { outcome: "challenged" })]).standing?.actor).toBe("member");
  });

  test("brings no second mail where one of its own told of it", () => {
    const found = swept(2, { outcome: "challenged" });
    const mailed = (step: "sent" | "failed") =>
      event(1, { kind: "problem-mail", problem: "challenged", since: found.at, step });
    expect(factsOf([found, mailed("sent")])).toMatchObject({ standing: {}, standingIsNews: false });
    expect(factsOf([found, mailed("failed")]).standingIsNews).toBe(true);
  });

  test("is over once the member connected another session, and nothing stands where they disconnected", () => {
    const events = [swept(2, { outcome: "signed-out", upcoming: [upcoming(1, "2026-05-18")] })];
    const at = (sessionSince: number) =>
      digestFacts({ events, policy: defaultPolicy, now, since, sessionSince });
    expect(at(now - 3 * day)).toMatchObject({ connected: true, standing: {}, comingUp: [] });
    expect(at(now - day)).toMatchObject({ connected: true, standing: null, comingUp: [{}] });
    expect(at(Number.POSITIVE_INFINITY)).toMatchObject({ connected: false, standing: null, comingUp: [] });
  });

  test("of a problem that is over is not told", () => {
    expect(factsOf([swept(2, { outcome: "signed-out" }), swept(1)]).standing).toBeNull();
  });
});

describe("what was looked at", () => {
  test("is the latest list that was read, and how often we looked", () => {
    const events = [
      swept(9),
      swept(2, { read: 50, pending: null }),
      swept(1, { outcome: "unreachable", read: 0 }),
    ];
    expect(factsOf(events).lookedAt).toMatchObject({ read: 50, pending: null, sweeps: 2 });
    expect(factsOf([]).lookedAt).toBeNull();
  });

  test("includes those that answered in any sweep since the last digest", () => {
    const events = [
      swept(9, { counts: { answered: 9 } }),
      swept(3, { counts: { answered: 2 } }),
      swept(1, { counts: { answered: 1 } }),
    ];
    expect(factsOf(events)).toMatchObject({ answered: 3 });
  });
});

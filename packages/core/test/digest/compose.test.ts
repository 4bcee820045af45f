import { describe, expect, test } from "vitest";
import { composeDigest } from "../../src/digest/compose.ts";
import { digestFacts } from "../../src/digest/facts.ts";
import type { LedgerEvent } from "../../src/ledger/event.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import {
  day,
  event,
  fullWeek,
  ignored,
  now,
  person,
  received,
  since,
  swept,
  upcoming,
  withdrawn,
} from "./sample.ts";

function digestOf(events: readonly LedgerEvent[]) {
  return composeDigest(digestFacts({ events, policy: defaultPolicy, now, since }));
}

function subjectOf(events: readonly LedgerEvent[]): string {
  const digest = digestOf(events);
  return digest.kind === "mail" ? digest.subject : "(quiet)";
}

function many(count: number): LedgerEvent[] {
  return Array.from({ length: count }, (_, n) => withdrawn(2 + n / 1000, person(n))).flat();
}

function coming(...days: number[]): LedgerEvent {
  const list = days.map((ahead, n) => upcoming(100 + n, new Date(now + ahead * day).toISOString()));
  return swept(0.5, { upcoming: list });
}

describe("the subject", () => {
  test.each([
    ["7 invitations withdrawn, 4 coming up on 18 May", [...many(7), coming(7, 7, 7, 7)]],
    ["1 invitation withdrawn, 1 coming up on 18 May", [...many(1), coming(7)]],
    ["2 invitations withdrawn, 3 coming up from 18 May", [...many(2), coming(7, 8, 20)]],
    ["1 invitation coming up on 1 June", [coming(21)]],
    ["12 invitations withdrawn", many(12)],
    ["1 invitation we cannot prove", [event(1, { kind: "intent", invitation: person(1) })]],
    [
      "1 invitation could not be withdrawn",
      [event(1, { kind: "failed", invitation: person(1), reason: "no" })],
    ],
    ["LinkedIn signed us out; 2 invitations withdrawn", [...many(2), swept(0.5, { outcome: "signed-out" })]],
    ["LinkedIn asks you for a check", [swept(0.5, { outcome: "challenged" })]],
    ["We stopped at a page we do not understand", [swept(0.5, { outcome: "page-drift" })]],
    ["2 received invitations ignored", [...ignored(0.5, received(1)), ...ignored(0.5, received(2))]],
    ["3 invitations withdrawn, 1 of others ignored", [...many(3), ...ignored(0.5, received(9))]],
    ["1 invitation coming up on 4 January 2027", [coming(238)]],
  ] as const)("is %j", (subject, events) => {
    expect(subjectOf(events)).toBe(subject);
  });
});

describe("a week without news", () => {
  const sent = (ago: number) => event(ago, { kind: "digest", week: "2026-W01", step: "sent" });

  test("brings no mail", () => {
    expect(digestOf([sent(7), swept(1)])).toEqual({ kind: "quiet" });
    expect(digestOf([])).toEqual({ kind: "quiet" });
    expect(digestOf([sent(7), swept(1, { outcome: "unreachable", read: 0 })])).toEqual({ kind: "quiet" });
    expect(digestOf([swept(25.9)])).toEqual({ kind: "quiet" });
  });

  test("brings one after four weeks of silence, so that silence is no riddle", () => {
    expect(subjectOf([sent(28), swept(1)])).toBe("All quiet: nothing withdrawn and nothing coming up");
    expect(subjectOf([swept(29), swept(1)])).toBe("All quiet: nothing withdrawn and nothing coming up");
    expect(digestOf([sent(21.5), swept(1)])).toEqual({ kind: "quiet" });
  });

  test("is not broken by a mail that came back", () => {
    const back = event(3, { kind: "mail-feedback", mail: "digest", feedback: "bounced" });
    expect(digestOf([swept(29), sent(3), swept(1)])).toEqual({ kind: "quiet" });
    expect(digestOf([swept(29), sent(3), back, swept(1)]).kind).toBe("mail");
  });

  test("brings it in the fourth week, also where the last mail went out a day late and an hour was lost", () => {
    expect(digestOf([sent(27 - 1 / 24), swept(1)]).kind).toBe("mail");
  });
});

describe("a digest", () => {
  test("says first what needs the member, then the week, what is coming, what was done, and why", () => {
    const titles = (events: readonly LedgerEvent[]) => {
      const digest = digestOf(events);
      return digest.kind === "mail" && digest.sections.map((section) => section.title);
    };
    const done = ["Withdrawn", "What we cannot prove", "What did not work"];
    const why = ["What we looked at", "Worth knowing"];
    expect(titles(fullWeek)).toEqual(["This week", "Coming up", ...done, ...why]);
    // Nobody comes up before the member says go.
    const belt = swept(0.5, { outcome: "belt", upcoming: [upcoming(30, "2026-05-18")] });
    expect(titles([...fullWeek, belt])).toEqual(["What needs you", "This week", ...done, ...why]);
  });

  test("announces those that it names, and only the new ones", () => {
    const told = event(6, { kind: "announced", upcoming: [upcoming(30, "2026-05-18")] });
    const digest = digestOf([told, ...fullWeek]);
    expect(digest.kind === "mail" && digest.announces.map((each) => each.profile)).toEqual([
      "/in/person-31",
      "/in/person-32",
      "/in/person-33",
    ]);
  });

  test("does not announce those for whom it has no room", () => {
    const list = Array.from({ length: 2000 }, (_, n) => upcoming(n, "2026-05-20"));
    const digest = digestOf([swept(1, { upcoming: list })]);
    if (digest.kind !== "mail") throw new Error("a digest was due");
    const blocks = digest.sections.flatMap((section) => section.blocks);
    const named = blocks.flatMap((block) => (block.kind === "people" ? block.rows : []));
    expect(digest.announces.length).toBe(named.length);
    expect(blocks).toContainEqual({ kind: "more", count: 2000 - named.length });
  });
});

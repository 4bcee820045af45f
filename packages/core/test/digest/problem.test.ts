import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isMailed, problemOf } from "../../src/digest/problem.ts";
import { composeProblemMail } from "../../src/digest/problemMail.ts";
import { renderDigest } from "../../src/digest/render.ts";
import { standings } from "../../src/digest/standing.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import { outcomeFacts, type SweepOutcome } from "../../src/sweep/result.ts";
import { event, links, now, swept } from "./sample.ts";

const outcomes = Object.keys(outcomeFacts) as SweepOutcome[];
const needing = outcomes.filter((outcome) => outcomeFacts[outcome].actor === "member");
const of = (...list: readonly SweepOutcome[]) =>
  list.map((outcome, i) => swept(list.length - i, { outcome }));
const sinceAgo = (ago: number) => now - ago * 86_400_000;

describe("a problem", () => {
  test("is what the facts of outcomes say needs the member, and each has words and a page where it is solved", () => {
    for (const outcome of outcomes) {
      expect(problemOf(of(outcome), 0) !== null).toBe(needing.includes(outcome));
      expect(standings[outcome]?.actor === "member").toBe(needing.includes(outcome));
      expect((standings[outcome]?.door ?? null) !== null).toBe(needing.includes(outcome));
    }
    expect(needing).toHaveLength(5);
  });

  test("that comes again and again is one, since its first time", () => {
    expect(problemOf(of("done", "belt", "belt", "belt"), 0)).toEqual({ problem: "belt", since: sinceAgo(3) });
  });

  test("stands while sweeps do not get far enough to tell", () => {
    const found = of("belt", "unreachable", "busy", "interrupted", "rate-limited", "page-drift", "belt");
    expect(problemOf(found, 0)).toEqual({ problem: "belt", since: sinceAgo(7) });
  });

  test("is over once a sweep gets past it, and another one if it comes back", () => {
    expect(problemOf(of("belt", "nothing-due"), 0)).toBeNull();
    expect(problemOf(of("belt", "capped", "belt"), 0)).toEqual({ problem: "belt", since: sinceAgo(1) });
    expect(problemOf(of("belt", "signed-out", "belt"), 0)).toEqual({ problem: "belt", since: sinceAgo(1) });
  });

  test("of too many due is over once the member said go, and not by a preview or one person's page", () => {
    const found = swept(3, { outcome: "belt" });
    expect(problemOf([found, event(2, { kind: "confirmed", due: 60 })], 0)).toBeNull();
    expect(problemOf([found, swept(2, { outcome: "previewed" })], 0)).not.toBeNull();
    expect(problemOf([found, swept(2, { profile: "/in/ada" })], 0)).not.toBeNull();
    expect(
      problemOf([swept(3, { outcome: "blocked" }), event(2, { kind: "confirmed", due: 6 })], 0),
    ).not.toBeNull();
  });

  test("of a session is over once another one is connected, and nobody's where none is", () => {
    const found = of("signed-out");
    expect(problemOf(found, sinceAgo(2))).not.toBeNull();
    expect(problemOf(found, sinceAgo(1))).toBeNull();
    expect(problemOf(found, Number.POSITIVE_INFINITY)).toBeNull();
    expect(problemOf([...found, swept(0.5, { outcome: "signed-out" })], sinceAgo(0.7))).toEqual({
      ...{ problem: "signed-out", since: sinceAgo(0.5) },
    });
  });

  test("is told once in any row of sweeps: its time changes only where another word came between", () => {
    const row = fc.array(fc.constantFrom(...outcomes), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(row, (list) => {
        const events = of(...list);
        const found = problemOf(events, 0);
        if (found === null) return;
        const from = events.findIndex((each) => each.at === found.since);
        expect(list[from]).toBe(found.problem);
        for (const outcome of list.slice(from))
          expect(needing.includes(outcome) ? outcome : found.problem).toBe(found.problem);
        expect(problemOf([...events, swept(0.5, { outcome: found.problem })], 0)).toEqual(found);
      }),
    );
  });

  test("is mailed where its mail was sent, and not where that failed or was about another time", () => {
    const found = { problem: "belt", since: 5 } as const;
    const mail = (step: "sending" | "sent" | "failed", since = 5) =>
      event(1, { kind: "problem-mail", problem: "belt", since, step });
    expect(isMailed([mail("sending"), mail("sent")], found)).toBe(true);
    const back = event(1, { kind: "mail-feedback", mail: "problem", feedback: "undelivered" });
    expect(isMailed([mail("sending"), mail("sent"), back], found)).toBe(false);
    expect(isMailed([mail("sending"), mail("failed"), mail("sent", 4)], found)).toBe(false);
  });
});

describe("the mail about a problem", () => {
  test.each(needing)("says what happened, what to do and where: %s", (problem) => {
    const mail = composeProblemMail({ problem, since: sinceAgo(1) }, defaultPolicy, now);
    const { subject, html, text } = renderDigest(mail, links);
    const said = text.replace(/\s+/g, " ");
    expect(subject).toBe(standings[problem]?.short);
    for (const words of [standings[problem]?.what, standings[problem]?.act, "on Sunday 10 May"])
      expect(said).toContain(words);
    const door = problem === "belt" ? links.preview : links.connect;
    for (const body of [html, text]) expect(body).toContain(door);
    expect(text).toContain(links.unsubscribe);
    expect(mail.announces).toEqual([]);
  });
});

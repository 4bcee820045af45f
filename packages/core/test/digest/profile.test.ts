import { describe, expect, test } from "vitest";
import { digestFacts } from "../../src/digest/facts.ts";
import { keepTarget } from "../../src/digest/keepTarget.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import { now, person, since, swept, upcoming, withdrawn } from "./sample.ts";

const own = swept(1, { profile: "/in/person-2", pending: null, read: 1, counts: { answered: 1 } });
const list = swept(2, { upcoming: [upcoming(1, "2026-05-18"), upcoming(2, "2026-05-19")] });
const factsOf = (events: Parameters<typeof digestFacts>[0]["events"]) =>
  digestFacts({ events, policy: defaultPolicy, now, since });

describe("one withdrawal on a person's own page", () => {
  test("says nothing of the list: what was read there and what comes up stays as the sweep left it", () => {
    const facts = factsOf([list, own]);
    expect(facts.lookedAt).toMatchObject({ pending: 143, read: 143, sweeps: 1 });
    expect(facts.comingUp).toHaveLength(2);
    expect(facts.answered).toBe(0);
  });

  test("is told among the withdrawn, and its person does not come up again", () => {
    const facts = factsOf([list, ...withdrawn(1, person(2)), own]);
    expect(facts.withdrawn.map((fate) => fate.ref.name)).toEqual(["Person 2"]);
    expect(facts.comingUp.map((coming) => coming.upcoming.name)).toEqual(["Person 1"]);
  });

  test("is told alike where the page showed no id, though the list has one", () => {
    const events = [list, ...withdrawn(1, { ...person(2), id: null }), own];
    expect(factsOf(events).withdrawn.map((fate) => fate.ref.name)).toEqual(["Person 2"]);
    expect(factsOf(events).comingUp.map((coming) => coming.upcoming.name)).toEqual(["Person 1"]);
    const target = keepTarget(events, `id:${person(2).id}`, defaultPolicy, now);
    expect(target?.gone).toMatchObject({ kind: "withdrawn", ref: { id: null, profile: "/in/person-2" } });
  });

  test("that met a wall says how things stand", () => {
    const walled = { ...own, outcome: "challenged" } as typeof own;
    expect(factsOf([list, walled]).standing?.actor).toBe("member");
  });
});

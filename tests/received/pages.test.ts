import { type Language, type LayoutName, languages, layoutNames } from "@lapse/replica/replica";
import { afterEach, describe, expect, test } from "vitest";
import { named, person, type Scene, scene } from "../sweep/kit.ts";
import { from, ignoredNames, ignoring, strangers, violations } from "./kit.ts";

let here: Scene;
afterEach(async () => {
  expect(violations(here)).toEqual([]);
  expect(here.member.received.accepted()).toEqual([]);
  await here.close();
});

const sent = [person("Bo New", 3)];
const three = () => strangers(3, (i) => [5, 70, 100][i] ?? 0);

describe("on every layout", () => {
  const known = layoutNames.filter((name) => name !== "V2");
  test.each(known)("%s: the two old ones are ignored", async (layout: LayoutName) => {
    here = await scene(sent, { received: three() });
    here.policy(ignoring());
    here.faults({ layout });
    const { result } = await here.sweep();
    expect([result.outcome, ignoredNames(here)]).toEqual(["done", ["Otto 003", "Otto 002"]]);
  });
});

describe("in languages that are read", () => {
  const some = languages.filter((each) => ["fr", "de", "ja", "ar", "pt-BR", "hi", "tr"].includes(each));
  test.each(some)("%s: the two old ones are ignored", async (language: Language) => {
    here = await scene(sent, { received: three() });
    here.policy(ignoring());
    here.faults({ language });
    const { result } = await here.sweep();
    expect([result.outcome, ignoredNames(here)]).toEqual(["done", ["Otto 003", "Otto 002"]]);
  });
});

describe("what lies over the page", () => {
  test("a cookie banner, the messaging overlay and a toast hinder no click, and no click goes astray", async () => {
    here = await scene(sent, { received: strangers(12, (i) => 40 + i) });
    here.policy(ignoring({ perDay: 4 }));
    here.faults({ cookieBanner: true, messaging: "present", toastCovering: true });
    const { result } = await here.sweep();
    expect(named(result.items, "ignored")).toEqual(["Otto 009", "Otto 010", "Otto 011", "Otto 012"]);
  }, 90_000);

  test("a list that lets go of rows far from the window", async () => {
    here = await scene(sent, { received: strangers(40, (i) => 0.5 + i) });
    here.policy(ignoring());
    here.faults({ virtualised: true });
    const { result } = await here.sweep();
    expect(result.outcome).toBe("done");
    expect(ignoredNames(here)).toHaveLength(10);
  }, 90_000);
});

test("the last person among events: the counter at its end still proves it", async () => {
  here = await scene(sent, { received: [from("Otto 001", 90), from("Annual Do", 95, { kind: "event" })] });
  here.policy(ignoring());
  const { result } = await here.sweep();
  expect(result.outcome).toBe("done");
  expect(named(result.items, "ignored")).toEqual(["Otto 001"]);
});

test("two people of one name are told apart by their links", async () => {
  const twins = [from("Sam Same", 20, { slug: "sam-1" }), from("Sam Same", 80, { slug: "sam-2" })];
  here = await scene(sent, { received: twins });
  here.policy(ignoring());
  await here.sweep();
  expect(here.member.received.ignored().map(({ slug }) => slug)).toEqual(["sam-2"]);
});

test("whose name is the word for Ignore or for Accept is answered no other way", async () => {
  const odd = [
    from("Ignora Rossi", 80),
    from("Terima Sari", 90),
    from("Accept Jones", 95),
    from("Otto 001", 99),
  ];
  here = await scene(sent, { received: odd });
  here.policy(ignoring());
  const { result } = await here.sweep();
  expect(ignoredNames(here)).toContain("Otto 001");
  expect(result.items.filter(({ state }) => state === "ignored" || state === "unreadable")).toHaveLength(4);
});

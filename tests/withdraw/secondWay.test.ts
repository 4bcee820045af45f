import { afterEach, describe, expect, test } from "vitest";
import { day, named, person, withdrawnNames } from "../sweep/kit.ts";
import { clicked, type ProfileScene, profileScene } from "./kit.ts";

let here: ProfileScene;
afterEach(() => here.close());

const four = () => [
  person("Cy Fresh", 3),
  person("Bo Sample", 65),
  person("Dana Mock", 80),
  person("Eve Proof", 90),
];

describe("a row whose control is dead", () => {
  test("is withdrawn on the person's own page, and the list says that it was that one and no other", async () => {
    here = await profileScene(four());
    here.faults({ deadControls: ["dana-mock"] });
    const { result } = await here.sweep();
    expect(result.outcome).toBe("done");
    expect(named(result.items, "withdrawn")).toEqual(["Bo Sample", "Dana Mock", "Eve Proof"]);
    expect(withdrawnNames(here.member)).toEqual(["Eve Proof", "Dana Mock", "Bo Sample"]);
    expect(clicked(here, "pending")).toBe(1);
    expect(result.pending).toBe(1);
    expect(here.replica.journal.violations()).toEqual([]);
  });

  test("stays failed where no id makes certain who it is, and its page is not opened", async () => {
    here = await profileScene(four());
    here.faults({ deadControls: ["dana-mock"], noIds: true });
    const { result } = await here.sweep();
    expect(named(result.items, "failed")).toEqual(["Dana Mock"]);
    expect(named(result.items, "withdrawn")).toEqual(["Bo Sample", "Eve Proof"]);
    expect(here.replica.journal.of("page").some(({ path }) => path.startsWith("/in/"))).toBe(false);
  });

  test("is tried there once, and a refusal there is a refusal", async () => {
    here = await profileScene(four());
    here.faults({ deadControls: ["eve-proof"], withdraw: [{ fault: "failed-200", from: 1, times: 1 }] });
    const { result } = await here.sweep();
    expect(named(result.items, "failed")).toEqual(["Eve Proof"]);
    expect(named(result.items, "withdrawn")).toEqual(["Bo Sample", "Dana Mock"]);
    expect(clicked(here, "pending")).toBe(1);
  });

  test("that its own page withdraws and the list still shows is not counted", async () => {
    here = await profileScene(four());
    here.faults({ deadControls: ["eve-proof"], withdraw: [{ fault: "not-really", from: 1, times: 1 }] });
    const { result } = await here.sweep();
    expect(named(result.items, "failed")).toEqual(["Eve Proof"]);
    expect(withdrawnNames(here.member)).toEqual(["Dana Mock", "Bo Sample"]);
  });
});

test("a received invitation whose control is dead has no second way", async () => {
  const received = [{ name: "Otto Waits", slug: "otto-waits", ageMs: 90 * day }];
  here = await profileScene([person("Cy Fresh", 3)], { received });
  here.policy({ received: { ignoreOlderThanDays: 30 } });
  here.faults({ deadControls: ["otto-waits"] });
  const { result } = await here.sweep();
  expect(named(result.items, "failed")).toEqual(["Otto Waits"]);
  expect(here.replica.journal.of("page").some(({ path }) => path.startsWith("/in/"))).toBe(false);
});

test("a dialog that named another person is not asked a second time elsewhere", async () => {
  here = await profileScene(four());
  here.faults({ dialog: [{ fault: "other-name", from: 1, times: 1 }] });
  const { result } = await here.sweep();
  expect(named(result.items, "failed")).toEqual(["Eve Proof"]);
  expect(here.replica.journal.of("page").some(({ path }) => path.startsWith("/in/"))).toBe(false);
});

import { afterEach, describe, expect, test } from "vitest";
import { named, people, person, type Scene, scene, withdrawnNames } from "./kit.ts";

let here: Scene;
afterEach(() => here.close());

/** Three who are due (oldest last) among twelve. */
const twelve = () => people(12, (i) => (i < 9 ? i + 1.5 : 40 + i));

describe("a click that is certain", () => {
  test("10: who accepted between list and click is answered, not withdrawn", async () => {
    here = await scene(twelve());
    here.faults({ acceptDuring: [{ fault: "target", from: 1, times: 1 }] });
    const { result } = await here.sweep();
    expect(here.member.accepted().map((each) => each.name)).toEqual(["Person 012"]);
    expect(named(result.items, "answered")).toEqual(["Person 012"]);
    expect(withdrawnNames(here.member)).toEqual(["Person 011", "Person 010"]);
    expect(named(result.items, "withdrawn")).toEqual(["Person 010", "Person 011"]);
    expect(result.outcome).toBe("done");
  });

  test("11: 'Failed to withdraw' inside a 200 is not counted, and the sweep goes on", async () => {
    here = await scene(twelve());
    here.faults({ withdraw: [{ fault: "failed-200", from: 1, times: 1 }] });
    const { result } = await here.sweep();
    expect(named(result.items, "failed")).toEqual(["Person 012"]);
    expect(withdrawnNames(here.member)).toEqual(["Person 011", "Person 010"]);
    expect(result.message).toContain("1 failed");
  });

  test("12: row gone, counter unchanged: unverified, and the sweep stops there", async () => {
    here = await scene(twelve());
    here.faults({ withdraw: [{ fault: "gone-no-pill", from: 1 }] });
    const ran = await here.sweep();
    expect(ran.result.outcome).toBe("unverified");
    expect(ran.status).toBe(6);
    expect(named(ran.result.items, "unverified")).toEqual(["Person 012"]);
    expect(here.replica.journal.withdrawals()).toHaveLength(1);
    expect(named(ran.result.items, "withdrawn")).toEqual([]);
  });

  test("13: a dialog that names another person is cancelled; nothing is withdrawn", async () => {
    here = await scene(twelve());
    here.faults({ dialog: [{ fault: "other-name", from: 1 }] });
    const ran = await here.sweep();
    expect(here.replica.journal.withdrawals()).toEqual([]);
    expect(named(ran.result.items, "failed")).toHaveLength(3);
    expect(ran.result.outcome).toBe("page-drift");
    expect(here.replica.journal.clicks.filter((click) => click.control === "confirm")).toEqual([]);
  });

  test("14: a dialog that takes eight seconds is waited for", async () => {
    here = await scene(people(4, (i) => 30 * i + 0.5));
    here.faults({ dialog: [{ fault: { delayMs: 8_000 }, from: 1, times: 1 }] });
    await here.sweep();
    expect(withdrawnNames(here.member)).toEqual(["Person 004", "Person 003", "Person 002"]);
  });

  test("14: one that never comes is skipped, without a click on the rows beneath", async () => {
    here = await scene(twelve());
    here.faults({ dialog: [{ fault: "never", from: 1, times: 1 }] });
    const { result } = await here.sweep();
    expect(named(result.items, "failed")).toEqual(["Person 012"]);
    expect(withdrawnNames(here.member)).toEqual(["Person 011", "Person 010"]);
    expect(here.replica.journal.withdrawClicks()).toHaveLength(3);
  });

  test("15: handlers that come late are waited for, and a link is never followed", async () => {
    here = await scene(people(4, (i) => 30 * i + 0.5));
    here.faults({ hydrationMs: 3_500 });
    const { result } = await here.sweep();
    expect(result.outcome).toBe("done");
    expect(withdrawnNames(here.member)).toEqual(["Person 004", "Person 003", "Person 002"]);
  });

  test("17: a challenge at the third withdrawal: two are recorded, and the sweep stops", async () => {
    here = await scene(people(12, (i) => 35 + i));
    here.faults({ withdraw: [{ fault: "challenge", from: 3 }] });
    const ran = await here.sweep();
    expect(ran.result.outcome).toBe("challenged");
    expect(ran.status).toBe(3);
    expect(named(ran.result.items, "withdrawn")).toEqual(["Person 011", "Person 012"]);
    expect(here.member.withdrawn()).toHaveLength(2);
    expect(named(ran.result.items, "due")).toHaveLength(9);
  });

  test.each([
    ["429", "rate-limited"],
    ["999", "blocked"],
    ["login", "signed-out"],
  ] as const)("a %s that answers a withdrawal ends the sweep as %s", async (fault, outcome) => {
    here = await scene(twelve());
    here.faults({ withdraw: [{ fault, from: 2 }] });
    const { result } = await here.sweep();
    expect(result.outcome).toBe(outcome);
    expect(named(result.items, "withdrawn")).toEqual(["Person 012"]);
    expect(here.replica.journal.withdrawals()).toHaveLength(2);
  });

  test.each(["500", "toast-error-row-stays", "403"] as const)(
    "a withdrawal answered by %s failed, as a fresh load proves",
    async (fault) => {
      here = await scene(twelve());
      here.faults({ withdraw: [{ fault, from: 1, times: 1 }] });
      const { result } = await here.sweep();
      expect(named(result.items, "failed")).toEqual(["Person 012"]);
      expect(withdrawnNames(here.member)).toEqual(["Person 011", "Person 010"]);
    },
  );

  test("a site that drops every withdrawal has withdrawn nothing: three failures, then drift", async () => {
    here = await scene(twelve());
    here.faults({ withdraw: [{ fault: "dropped", from: 1 }] });
    const { result } = await here.sweep();
    expect(result.outcome).toBe("page-drift");
    expect(named(result.items, "failed")).toHaveLength(3);
  });

  test("a withdrawal whose answer is lost is never counted as withdrawn", async () => {
    here = await scene(twelve());
    here.faults({ withdraw: [{ fault: "done-but-dropped", from: 1 }] });
    const { result } = await here.sweep();
    // Chromium sends it again by itself. That it did so is told by how long it took, which no test can rely on.
    expect(named(result.items, "withdrawn")).toEqual([]);
    expect(named(result.items, "failed")).toEqual([]);
  });

  test("one that is never answered is unverified, and the sweep stops there", async () => {
    here = await scene(twelve());
    here.faults({ latency: { withdraw: 600_000 } });
    const { result } = await here.sweep("--time-budget", "25");
    expect(result.outcome).toBe("unverified");
    expect(here.replica.journal.withdrawals()).toHaveLength(1);
  });

  test("one that is back on a fresh load is unverified, and so is the sweep", async () => {
    here = await scene(twelve());
    here.faults({ withdraw: [{ fault: "not-really", from: 2, times: 1 }] });
    const ran = await here.sweep();
    expect(ran.result.outcome).toBe("unverified");
    expect(named(ran.result.items, "unverified")).toEqual(["Person 011"]);
    expect(named(ran.result.items, "withdrawn")).toEqual(["Person 010", "Person 012"]);
  });

  test("somebody else's row that leaves too is unverified", async () => {
    here = await scene(twelve());
    here.faults({ withdraw: [{ fault: "somebody-else-goes", from: 1 }] });
    const { result } = await here.sweep();
    expect(result.outcome).toBe("unverified");
    expect(here.replica.journal.withdrawals()).toHaveLength(1);
  });

  test("21: a page that switches to Received is left again, and nothing there is touched", async () => {
    here = await scene(twelve());
    here.faults({ autoSwitchReceived: [{ fault: true, from: 1 }] });
    const { result } = await here.sweep();
    const ends = result.items.slice(-3).map((item) => `${item.state}: ${item.reason}`);
    expect(ends).toEqual(Array.from({ length: 3 }, () => "withdrawn: verified on the page"));
    expect(here.member.withdrawn()).toHaveLength(3);
    expect(here.replica.journal.violations()).toEqual([]);
  });

  test.each([
    ["toasts", { toastCovering: true }],
    ["a cookie banner", { cookieBanner: true }],
    ["the messaging overlay", { messaging: "present" as const }],
    ["a messaging overlay in a shadow root", { messaging: "shadow" as const }],
    ["a dialog left over on load", { leftoverDialog: "on-load" as const }],
    ["a dialog left over after each withdrawal", { leftoverDialog: "after-withdrawal" as const }],
    ["dialogs opened by attribute", { dialogMode: "openAttribute" as const }],
  ])("23: %s in the way: no wrong click", async (_name, faults) => {
    here = await scene(twelve());
    here.faults(faults);
    const { result } = await here.sweep();
    expect(here.replica.journal.violations()).toEqual([]);
    expect(withdrawnNames(here.member)).toEqual(["Person 012", "Person 011", "Person 010"]);
    expect(result.outcome).toBe("done");
  });

  test("23: an overlay that stays over the controls: nothing is clicked through it, but there is a second way", async () => {
    here = await scene(twelve());
    here.faults({ messaging: "covering" });
    const { result } = await here.sweep();
    expect(here.replica.journal.violations()).toEqual([]);
    expect(here.replica.journal.withdrawClicks()).toEqual([]);
    expect(here.replica.journal.pendingClicks()).toHaveLength(3);
    expect(withdrawnNames(here.member)).toEqual(["Person 012", "Person 011", "Person 010"]);
    expect(result.outcome).toBe("done");
  });

  test("23: where no id tells who it is there is none, and three in a row are drift", async () => {
    here = await scene(people(12, (i) => (i < 9 ? i + 1.5 : 70 + i)));
    here.faults({ messaging: "covering", noIds: true });
    const { result } = await here.sweep();
    expect(here.replica.journal.withdrawClicks()).toEqual([]);
    expect(here.replica.journal.pendingClicks()).toEqual([]);
    expect(result.outcome).toBe("page-drift");
  });

  test("two people without a link and with one name cannot be told apart, and stay", async () => {
    here = await scene([
      person("Anna First", 3),
      person("Nora Nolink", 50, { slug: null }),
      person("Nora Nolink", 55, { slug: null }),
      person("Zoe Last", 60),
    ]);
    const { result } = await here.sweep();
    expect(withdrawnNames(here.member)).toEqual(["Zoe Last"]);
    expect(named(result.items, "unreadable")).toEqual(["Nora Nolink", "Nora Nolink"]);
  });
});

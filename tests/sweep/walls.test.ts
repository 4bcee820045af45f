import { readFileSync, statSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { people, type Scene, scene } from "./kit.ts";

let here: Scene;
afterEach(() => here.close());

const walls = [
  ["login", "signed-out", 3],
  ["login200", "signed-out", 3],
  ["authwall", "signed-out", 3],
  ["rememberMe", "signed-out", 3],
  ["rememberMe200", "signed-out", 3],
  ["chooseAccount", "signed-out", 3],
  ["login200-fr", "signed-out", 3],
  ["login200-de", "signed-out", 3],
  ["login200-ja", "signed-out", 3],
  ["deleteMe", "signed-out", 3],
  ["redirectLoop", "signed-out", 3],
  ["401", "signed-out", 3],
  ["checkpoint", "challenged", 3],
  ["captcha200", "challenged", 3],
  ["approval", "challenged", 3],
  ["approval200", "challenged", 3],
  ["restricted", "challenged", 3],
  ["restricted200", "challenged", 3],
  ["429", "rate-limited", 4],
  ["slowdown200", "rate-limited", 4],
  ["999", "blocked", 4],
  ["403", "blocked", 4],
  ["500", "unreachable", 4],
  ["dropped", "unreachable", 4],
  ["blank", "unreachable", 4],
] as const;

describe("16: walls", () => {
  test.each(walls)("%s ends in %s", async (fault, outcome, status) => {
    here = await scene(people(12, (i) => 40 + i));
    here.faults({ page: [{ fault, from: 1 }] });
    const before = readFileSync(here.sessionFile, "utf8");
    const ran = await here.sweep();
    expect(ran.result.outcome).toBe(outcome);
    expect(ran.status).toBe(status);
    expect(here.replica.journal.withdrawClicks()).toEqual([]);
    expect(readFileSync(here.sessionFile, "utf8")).toBe(before);
    const loads = here.replica.journal.of("page").length;
    expect(loads).toBeLessThanOrEqual(outcome === "unreachable" ? 3 : 30);
    if (["429", "401", "captcha200"].includes(fault)) expect(loads).toBe(1);
  });

  test("a blank page or a 5xx that passes is forgotten", async () => {
    here = await scene(people(4, (i) => 40 + i));
    here.faults({
      page: [
        { fault: "500", from: 1, times: 1 },
        { fault: "blank", from: 2, times: 1 },
      ],
    });
    const { result } = await here.sweep();
    expect(result.outcome).toBe("done");
  });

  test.each([
    ["429", "rate-limited"],
    ["403", "page-drift"],
  ] as const)("a list page answered by %s ends in %s", async (fault, outcome) => {
    here = await scene(people(25, (i) => 40 + i));
    here.faults({ pagination: [{ fault, from: 1 }] });
    const { result } = await here.sweep();
    expect(result.outcome).toBe(outcome);
    expect(here.replica.journal.withdrawClicks()).toEqual([]);
  });
});

describe("the session", () => {
  test("18: a session that the site renews is written back, mode and all", async () => {
    here = await scene(people(4, (i) => 40 + i));
    here.faults({ rotateSession: true });
    const first = await here.sweep();
    expect(first.result.outcome).toBe("done");
    expect(statSync(here.sessionFile).mode & 0o777).toBe(0o600);
    const second = await here.sweep();
    expect(second.result.outcome).toBe("nothing-due");
  });

  test("the account must be proved where a member is named", async () => {
    here = await scene(people(4, (i) => 40 + i));
    here.session((session) => Object.assign(session, { member: "https://www.linkedin.com/in/Ada-Sender/" }));
    expect((await here.sweep("--preview")).result.outcome).toBe("previewed");
    here.faults({ identity: { slug: "somebody-else" } });
    const other = await here.sweep();
    expect(other.result).toMatchObject({ outcome: "wrong-account", read: 0 });
    expect(other.status).toBe(3);
    here.faults({ identity: "none" });
    const unproved = await here.sweep();
    expect(unproved.result.outcome).toBe("wrong-account");
    expect(here.replica.journal.withdrawClicks()).toEqual([]);
  });
});

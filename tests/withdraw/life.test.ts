import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { withdrawnNames } from "../sweep/kit.ts";
import { type ProfileScene, profileScene } from "./kit.ts";

let here: ProfileScene;
afterEach(() => here.close());

const ledger = () => readFileSync(join(here.folder, "data", "ledger.jsonl"), "utf8");

/** Resolves as soon as the server has seen a withdrawal, by its own journal. */
async function withdrawalSeen(): Promise<void> {
  while (here.replica.journal.withdrawals().length === 0)
    await new Promise((resolve) => setImmediate(resolve));
}

describe("walls", () => {
  test.each([
    ["login", "signed-out", 3],
    ["login200", "signed-out", 3],
    ["rememberMe200", "signed-out", 3],
    ["deleteMe", "signed-out", 3],
    ["checkpoint", "challenged", 3],
    ["captcha200", "challenged", 3],
    ["approval200", "challenged", 3],
    ["429", "rate-limited", 4],
    ["slowdown200", "rate-limited", 4],
    ["999", "blocked", 4],
    ["500", "unreachable", 4],
    ["blank", "unreachable", 4],
  ] as const)("%s ends in %s, and nothing is clicked", async (fault, outcome, status) => {
    here = await profileScene();
    here.faults({ page: [{ fault, from: 1 }] });
    const before = readFileSync(here.sessionFile, "utf8");
    const ran = await here.withdraw("bo-sample");
    expect(ran.result).toMatchObject({ outcome, items: [] });
    expect(ran.status).toBe(status);
    expect(here.replica.journal.clicks).toEqual([]);
    expect(readFileSync(here.sessionFile, "utf8")).toBe(before);
  });

  test("what people write about themselves is no wall", async () => {
    const headline =
      "Security check: captcha, verification code, unusual activity. Sign in, slow down, too many requests";
    here = await profileScene([{ name: "Bo Sample", slug: "bo-sample", ageMs: 86_400_000, headline }]);
    expect((await here.withdraw("bo-sample")).result.items[0]?.state).toBe("withdrawn");
  });

  test("a challenge in answer to the withdrawal is unverified, and ends as challenged", async () => {
    here = await profileScene();
    here.faults({ withdraw: [{ fault: "challenge", from: 1 }] });
    const { result } = await here.withdraw("bo-sample");
    expect(result).toMatchObject({ outcome: "challenged", items: [{ state: "unverified" }] });
  });
});

describe("the account", () => {
  test("must be the one that the session names", async () => {
    here = await profileScene();
    here.session((session) => Object.assign(session, { member: "/in/ada-sender" }));
    here.faults({ identity: { slug: "somebody-else" } });
    const ran = await here.withdraw("bo-sample");
    expect(ran.result).toMatchObject({ outcome: "wrong-account", items: [] });
    expect(ran.status).toBe(3);
    here.faults({ identity: "none" });
    expect((await here.withdraw("bo-sample")).result.outcome).toBe("wrong-account");
    expect(here.replica.journal.clicks).toEqual([]);
    here.faults({ identity: "own" });
    expect((await here.withdraw("bo-sample", "--preview")).result.outcome).toBe("previewed");
  });

  test("a session that the site renews is written back, mode and all", async () => {
    here = await profileScene();
    here.faults({ rotateSession: true });
    expect((await here.withdraw("bo-sample")).result.items[0]?.state).toBe("withdrawn");
    expect(statSync(here.sessionFile).mode & 0o777).toBe(0o600);
    expect((await here.withdraw("dana-mock")).result.items[0]?.state).toBe("withdrawn");
  });
});

describe("a page that is slow to wake", () => {
  test("is waited for, and no click leads away", async () => {
    here = await profileScene();
    here.faults({ hydrationMs: 2_500 });
    expect((await here.withdraw("bo-sample")).result.items[0]?.state).toBe("withdrawn");
    expect(here.replica.journal.of("page").every(({ path }) => path.startsWith("/in/"))).toBe(true);
  });

  test("and one that never does is failed, with nothing clicked away", async () => {
    here = await profileScene();
    here.faults({ hydrationMs: 600_000 });
    const { result } = await here.withdraw("bo-sample");
    expect(result).toMatchObject({ outcome: "done", items: [{ state: "failed" }] });
    expect(result.items[0]?.reason).toContain("stays dead");
    expect(here.replica.journal.of("page").every(({ path }) => path.startsWith("/in/"))).toBe(true);
  });
});

describe("a run that is cut short", () => {
  test("killed between the click and the record: the next one reconciles", async () => {
    here = await profileScene();
    here.faults({ latency: { withdraw: 60_000 } });
    const running = here.startWithdraw("bo-sample");
    await withdrawalSeen();
    running.kill("SIGKILL");
    await running.ended;
    here.member.withdraw(here.member.pending()[1]?.id ?? "");
    here.faults({ latency: {} });
    const { result } = await here.withdraw("bo-sample");
    expect(result.outcome).toBe("nothing-due");
    expect(ledger()).toMatch(/"kind":"reconciled".*"found":"gone"/);
    // Whoever it was, it counts against the day's cap.
    here.policy({ perDay: 1 });
    expect((await here.sweep()).result.outcome).toBe("capped");
  });

  test("killed, and it never reached the site: it is withdrawn by the next one", async () => {
    here = await profileScene();
    here.faults({ latency: { withdraw: 60_000 } });
    const running = here.startWithdraw("bo-sample");
    await withdrawalSeen();
    running.kill("SIGKILL");
    await running.ended;
    here.faults({ latency: {} });
    expect((await here.withdraw("bo-sample")).result.items[0]?.state).toBe("withdrawn");
    expect(ledger()).toMatch(/"kind":"reconciled".*"found":"still-pending"/);
    expect(withdrawnNames(here.member)).toEqual(["Bo Sample"]);
  });

  test("SIGTERM after the click: it is finished and proved first", async () => {
    here = await profileScene();
    here.faults({ latency: { withdraw: 800 } });
    const running = here.startWithdraw("bo-sample");
    await withdrawalSeen();
    running.kill("SIGTERM");
    const ran = await running.ended;
    expect(ran.status).toBe(8);
    expect(ran.result).toMatchObject({ outcome: "interrupted", items: [{ state: "withdrawn" }] });
  });

  test("two at once: the second is busy", async () => {
    here = await profileScene();
    here.faults({ latency: { withdraw: 3_000 } });
    const first = here.startWithdraw("bo-sample");
    await withdrawalSeen();
    const second = await here.withdraw("dana-mock");
    expect(second.result).toMatchObject({ outcome: "busy", items: [] });
    expect(second.status).toBe(7);
    expect((await first.ended).result.items[0]?.state).toBe("withdrawn");
  });
});

describe("bad input", () => {
  test.each([
    ["no profile link", ["--profile", "https://www.linkedin.com/company/lapse/"], /--profile.*company/],
    ["somebody else's site", ["--profile", "https://example.com/in/bo-sample"], /--profile/],
    ["a policy, which is not asked", ["--policy", "policy.json"], /--policy/],
    ["a site that is no origin", ["--site", "https://www.linkedin.com/feed/"], /origin/],
    ["no time", ["--time-budget", "0"], /--time-budget.*0/],
  ])("%s: one line, status 2, nothing opened", async (_name, options, words) => {
    here = await profileScene();
    const ran = await here.withdraw("bo-sample", ...options);
    expect(ran.status).toBe(2);
    expect(ran.err.trimEnd().split("\n")).toHaveLength(1);
    expect(ran.err).toMatch(words);
    expect(ran.out).toBe("");
    expect(here.replica.journal.entries).toEqual([]);
  });

  test("no value of the session stands in any output or file but its own", async () => {
    here = await profileScene();
    const session = JSON.parse(readFileSync(here.sessionFile, "utf8")) as { cookies: { value: string }[] };
    const ran = await here.withdraw("bo-sample");
    const everything = [ran.out, ran.err, ledger()].join("\n");
    for (const { value } of session.cookies) {
      expect(everything).not.toContain(value);
      expect(everything).not.toContain(Buffer.from(value).toString("base64"));
    }
  });
});

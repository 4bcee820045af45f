import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { withdrawnNames } from "../sweep/kit.ts";
import { clicked, type ProfileScene, profileScene } from "./kit.ts";

let here: ProfileScene;
afterEach(() => here.close());

const events = () =>
  readFileSync(join(here.folder, "data", "ledger.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { kind: string; profile?: string });

describe("withdrawing on a person's own page", () => {
  test("an invitation that is shown twice is withdrawn once, and proved twice", async () => {
    here = await profileScene();
    const { id } = here.member.pending()[1] ?? { id: "" };
    const ran = await here.withdraw("bo-sample");
    expect(ran.result).toMatchObject({ outcome: "done", pending: null, read: 1 });
    expect(ran.status).toBe(0);
    expect(ran.result.items).toMatchObject([
      {
        id,
        profile: "/in/bo-sample",
        direction: "sent",
        name: "Bo Sample",
        state: "withdrawn",
        reason: "verified on its page",
        ageDays: { atLeast: 65, atMost: 66 },
      },
    ]);
    expect(withdrawnNames(here.member)).toEqual(["Bo Sample"]);
    expect(here.replica.journal.withdrawals()).toHaveLength(1);
    expect(clicked(here, "pending")).toBe(1);
    expect(here.replica.journal.of("page")).toHaveLength(2);
    expect(here.replica.journal.violations()).toEqual([]);
    const kinds = events().map((event) => event.kind);
    expect(kinds).toEqual(["sweep-started", "intent", "withdrawn", "sweep-ended"]);
    expect(events().at(-1)?.profile).toBe("/in/bo-sample");
  });

  test("it is asked for neither age nor keep-list, and counts against the day's cap of the next sweep", async () => {
    here = await profileScene();
    here.policy({ olderThanDays: 60, perDay: 1, keep: { profiles: ["/in/cy-fresh"] } });
    expect((await here.withdraw("cy-fresh")).result.items[0]?.state).toBe("withdrawn");
    const { result } = await here.sweep();
    expect(result.outcome).toBe("capped");
    expect(withdrawnNames(here.member)).toEqual(["Cy Fresh"]);
  });

  test("a page that shows no ids is understood by address and name", async () => {
    here = await profileScene();
    here.faults({ noIds: true });
    const { result } = await here.withdraw("bo-sample");
    expect(result.items).toMatchObject([{ state: "withdrawn", id: null, sentAt: null, ageDays: null }]);
    expect(withdrawnNames(here.member)).toEqual(["Bo Sample"]);
  });

  test("somebody renamed is found under the old address, by what the page's data say", async () => {
    here = await profileScene([
      { name: "Dana Mock", slug: "dana-old", vanityInData: "dana-new", ageMs: 50 * 86_400_000 },
    ]);
    const { result } = await here.withdraw("dana-old");
    expect(result.items).toMatchObject([{ state: "withdrawn", profile: "/in/dana-old" }]);
  });

  test("a table is printed for a person", async () => {
    here = await profileScene();
    const ran = await here.withdrawAsTable("bo-sample");
    expect(ran.out).toContain("withdrawn (1)");
    expect(ran.out).toContain("done: The invitation to Bo Sample was withdrawn; nobody has to act.");
  });
});

describe("a preview", () => {
  test("says what is pending, clicks nothing and leaves nothing in the ledger", async () => {
    here = await profileScene();
    const ran = await here.withdraw("bo-sample", "--preview");
    expect(ran.result.outcome).toBe("previewed");
    expect(ran.result.items).toMatchObject([{ name: "Bo Sample", state: "due" }]);
    expect(here.replica.journal.clicks).toEqual([]);
    expect(here.replica.journal.dialogs()).toEqual([]);
    expect(() => events()).toThrow("ENOENT");
  });
});

describe("nothing pending", () => {
  test.each([
    ["answered meanwhile", () => void here.member.accept(here.member.pending()[1]?.id ?? "")],
    ["withdrawn before", () => void here.member.withdraw(here.member.pending()[1]?.id ?? "")],
  ])("%s: nothing is due, and nothing is clicked", async (_name, arrange) => {
    here = await profileScene();
    arrange();
    const ran = await here.withdraw("bo-sample");
    expect(ran.status).toBe(0);
    expect(ran.result).toMatchObject({ outcome: "nothing-due", items: [{ state: "answered" }] });
    expect(ran.result.message).toContain("Bo Sample has no pending invitation from you");
    expect(here.replica.journal.clicks).toEqual([]);
  });

  test("a profile that does not exist is said to be none", async () => {
    here = await profileScene();
    const ran = await here.withdraw("nobody-at-all");
    expect(ran.result).toMatchObject({ outcome: "nothing-due", items: [] });
    expect(ran.result.message).toContain("no profile at /in/nobody-at-all");
  });

  test("one's own page has nothing to withdraw", async () => {
    here = await profileScene();
    expect((await here.withdraw("ada-sender")).result.outcome).toBe("nothing-due");
  });
});

describe.each([
  ["fr", "Bo Sample"],
  ["de", "Bo Sample"],
  ["ja", "佐藤 見本"],
  ["ar", "Bo Sample"],
] as const)("in %s", (language, name) => {
  test("it is withdrawn, and the page afterwards is understood, too", async () => {
    here = await profileScene([{ name, slug: "bo-sample", ageMs: 65 * 86_400_000 }]);
    here.faults({ language });
    expect((await here.withdraw("bo-sample")).result.items).toMatchObject([{ name, state: "withdrawn" }]);
    expect(withdrawnNames(here.member)).toEqual([name]);
    expect((await here.withdraw("bo-sample")).result.outcome).toBe("nothing-due");
  });
});

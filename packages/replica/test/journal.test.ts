import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Replica, type ReplicaMember, startReplica } from "../src/replica.ts";
import { ada, noon, pageFrom, paginationPath, type Visit, visit } from "./visit.ts";

let replica: Replica;
let member: ReplicaMember;
let browser: Visit;
let clock: number;

beforeEach(async () => {
  clock = noon;
  replica = await startReplica({ now: () => clock });
  member = replica.addMember({ ...ada, generated: { count: 23 } });
  browser = visit(replica, member.mintSession());
});
afterEach(() => replica.close());

const click = (control: string, isTrusted = true, hydrated = true) =>
  browser.post("/replica/click", { control, label: "a control", isTrusted, hydrated });

describe("the journal", () => {
  it("finds nothing wrong with reading, paging and withdrawing", async () => {
    await browser.page();
    await browser.post(paginationPath, pageFrom(10));
    await browser.post("/li/track", {});
    await click("withdraw");
    expect(replica.journal.violations()).toEqual([]);
  });

  it("counts any other POST as a violation", async () => {
    await browser.post(
      "/flagship-web/rsc-action/actions/server-request?sduiid=com.linkedin.sdui.requests.accept",
      {},
    );
    expect(replica.journal.violations("ada-sender")).toMatchObject([{ kind: "other", status: 404 }]);
  });

  it.each(["accept", "ignore", "connect", "message"])("counts a click on %s as one", async (control) => {
    await click(control);
    expect(replica.journal.violations()).toMatchObject([{ control }]);
  });

  it("keeps each click on a Withdraw control, trusted or not, hydrated or not", async () => {
    await click("withdraw", true, false);
    await click("withdraw", false, true);
    await click("cancel");
    expect(replica.journal.withdrawClicks("ada-sender")).toMatchObject([
      { isTrusted: true, hydrated: false },
      { isTrusted: false, hydrated: true },
    ]);
  });

  it("knows the most requests within a second", async () => {
    for (const after of [0, 400, 800, 1200, 5000]) {
      clock = noon + after;
      await browser.page();
    }
    expect(replica.journal.requestsPerSecond()).toBe(3);
  });

  it("knows how many sessions were in use together", async () => {
    await browser.page();
    clock += 500;
    await visit(replica, member.mintSession()).page();
    expect(replica.journal.concurrentSessions("ada-sender")).toBe(2);
    expect(replica.journal.concurrentSessions("ada-sender", 400)).toBe(1);
  });

  it("holds no secret of a session", async () => {
    const session = member.mintSession();
    await visit(replica, session).page();
    const written = JSON.stringify(replica.journal.entries);
    expect(session.cookies.filter(({ value }) => written.includes(value))).toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { always, from, on, type Replica, type ReplicaMember, startReplica } from "../src/replica.ts";
import {
  ada,
  dialogOf,
  dialogPath,
  noon,
  pendingAt,
  type Visit,
  visit,
  withdrawalOf,
  withdrawPath,
} from "./visit.ts";

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

async function withdraw(n: number, changes = {}): Promise<{ status: number; text: string }> {
  const { id, vanityInData } = pendingAt(member, n);
  const response = await browser.post(withdrawPath, withdrawalOf(id, vanityInData, changes));
  return { status: response.status, text: await response.text() };
}

const ask = (n: number) => browser.post(dialogPath, dialogOf(pendingAt(member, n).profileUrn));
const outcomes = () => replica.journal.withdrawals().map(({ outcome }) => outcome);

describe("the confirm dialog", () => {
  it("names the person and carries the request that withdraws exactly that invitation", async () => {
    const { id, name, vanityInData } = pendingAt(member, 3);
    const answer = (await (await ask(3)).text()).split("\nf:")[1] ?? "";
    const { dialog, request } = JSON.parse(answer);
    expect(dialog).toMatchObject({
      heading: "Withdraw invitation",
      confirmAria: `Withdraw invitation sent to ${name}`,
    });
    expect(request).toMatchObject(withdrawalOf(id, vanityInData));
    expect(member.pendingCount).toBe(23);
  });

  it("opens for somebody who has accepted meanwhile, too", async () => {
    const { id, name, profileUrn } = pendingAt(member, 1);
    member.accept(id);
    const response = await browser.post(dialogPath, dialogOf(profileUrn));
    expect(await response.text()).toContain(`Withdraw invitation sent to ${name}`);
    expect((await browser.post(dialogPath, dialogOf("ACoAAnobody"))).status).toBe(404);
  });

  it("can name somebody else, fail, or never come", async () => {
    member.faults.dialog = [on(1, "other-name"), on(2, "error500"), from(3, "never")];
    const { name } = pendingAt(member, 0);
    expect(await (await ask(0)).text()).not.toContain(`sent to ${name}`);
    expect((await ask(0)).status).toBe(500);
    const waiting = ask(0).then(
      () => "answered",
      () => "closed",
    );
    await replica.close();
    expect(await waiting).toBe("closed");
  });

  it("leaves time for the person to accept", async () => {
    member.faults.acceptDuring = [on(1, "target")];
    const { id, vanityInData } = pendingAt(member, 4);
    await ask(4);
    expect(member.accepted().map((accepted) => accepted.id)).toEqual([id]);
    const response = await browser.post(withdrawPath, withdrawalOf(id, vanityInData));
    expect(await response.text()).toContain("Failed to withdraw invitation");
    expect(member.withdrawn()).toEqual([]);
  });
});

describe("a withdrawal", () => {
  it("takes the invitation off the list and writes down when", async () => {
    const { id } = pendingAt(member, 22);
    clock = noon + 5000;
    expect(await withdraw(22)).toMatchObject({
      status: 200,
      text: expect.stringContaining("Invitation withdrawn"),
    });
    expect(member.withdrawn()).toMatchObject([{ id, withdrawnAt: noon + 5000 }]);
    expect(member.pendingCount).toBe(22);
    expect(replica.journal.withdrawals("ada-sender")).toMatchObject([{ ids: [id], outcome: "withdrawn" }]);
  });

  it.each([
    [{ inviteeVanityName: "somebody-else" }, "refused: inviteeVanityName"],
    [{ invitationUrn: { invitationId: 7 } }, "refused: invitationId"],
    [{ inviterActionType: "InviterActionType_ACCEPT" }, "refused: inviterActionType"],
    [{ invitationType: 1 }, "refused: invitationType"],
  ])("with %o is refused", async (changes, outcome) => {
    expect((await withdraw(0, changes)).status).toBe(400);
    expect(outcomes()).toEqual([outcome]);
    expect(member.pendingCount).toBe(23);
  });

  it("of what is gone already fails inside a 200", async () => {
    const response = await browser.post(withdrawPath, withdrawalOf("7463921673831172191", "val-last"));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(
      '0:{"status":200}\n1:{"toast":{"children":["Failed to withdraw invitation"]}}',
    );
  });

  it.each([
    ["failed-200", 200, 23],
    ["toast-error-row-stays", 200, 23],
    ["not-really", 200, 23],
    ["403", 403, 23],
    ["429", 429, 23],
    ["500", 500, 23],
    ["999", 999, 23],
    ["gone-no-pill", 200, 22],
    ["somebody-else-goes", 200, 22],
  ] as const)("that meets %s answers %d and leaves %d pending", async (fault, status, left) => {
    member.faults.withdraw = [on(1, fault)];
    // fetch cannot represent a status of 999, so that one is seen in the journal.
    if (fault === "999") await withdraw(0).catch(() => undefined);
    else expect((await withdraw(0)).status).toBe(status);
    expect(replica.journal.withdrawals()).toMatchObject([{ status, outcome: fault }]);
    expect(member.pendingCount).toBe(left);
  });

  it.each([
    ["dropped", 23],
    ["done-but-dropped", 22],
  ] as const)("that is %s breaks the connection and leaves %d pending", async (fault, left) => {
    member.faults.withdraw = [on(1, fault)];
    await expect(withdraw(0)).rejects.toThrow();
    expect(member.pendingCount).toBe(left);
  });

  it.each([
    ["deleteMe", 302, 23],
    ["done-then-deleteMe", 200, 22],
  ] as const)(
    "that meets %s answers %d, deletes li_at and leaves %d pending",
    async (fault, status, left) => {
      member.faults.withdraw = [on(1, fault)];
      const { id, vanityInData } = pendingAt(member, 0);
      const response = await browser.post(withdrawPath, withdrawalOf(id, vanityInData));
      expect([response.status, member.pendingCount]).toEqual([status, left]);
      expect(response.headers.get("set-cookie")).toContain('li_at="delete me"');
    },
  );

  it("tells the page which rows leave and how far the counter falls", async () => {
    member.faults.withdraw = [on(2, "gone-no-pill"), on(3, "somebody-else-goes")];
    member.faults.autoSwitchReceived = [on(3, true)];
    const told = async () => JSON.parse((await withdraw(0)).text.split("\nf:")[1] ?? "");
    expect(await told()).toMatchObject({ fallsBy: 1, showReceived: false });
    expect(await told()).toMatchObject({ fallsBy: 0 });
    expect(await told()).toMatchObject({
      fallsBy: 1,
      showReceived: true,
      removed: [expect.any(String), expect.any(String)],
    });
  });

  it("can draw a challenge, where everything ends from then on", async () => {
    member.faults.withdraw = [on(3, "challenge")];
    expect([(await withdraw(0)).status, (await withdraw(0)).status, (await withdraw(0)).status]).toEqual([
      200, 200, 302,
    ]);
    expect(member.withdrawn()).toHaveLength(2);
    expect((await browser.page()).headers.get("location")).toBe("/checkpoint/challenge/");
    member.clearFaults();
    expect((await browser.page()).status).toBe(200);
  });

  it("takes the server hardly longer with 2,000 pending than with 100", async () => {
    const median = async (count: number) => {
      member = replica.addMember({ ...ada, slug: `many-${count}`, generated: { count } });
      browser = visit(replica, member.mintSession());
      const times: number[] = [];
      for (let i = 0; i < 60; i++) {
        const began = performance.now();
        await withdraw(-1);
        times.push(performance.now() - began);
      }
      expect(member.pendingCount).toBe(count - 60);
      return times.sort((a, b) => a - b)[30] ?? Number.NaN;
    };
    expect((await median(2000)) / (await median(100))).toBeLessThan(6);
  });

  it("waits as long as the latency says", async () => {
    const asked: number[] = [];
    member.faults.latency.withdraw = (n) => {
      asked.push(n);
      return 0;
    };
    await withdraw(0);
    await withdraw(0);
    expect(asked).toEqual([1, 2]);
  });
});

it("forgets what happened on reset, with ages counted from now", async () => {
  await withdraw(0);
  member.faults.withdraw = [always("500")];
  clock = noon + 86_400_000;
  replica.reset();
  expect(member.pendingCount).toBe(23);
  expect(member.withdrawn()).toEqual([]);
  expect(replica.journal.entries).toEqual([]);
  expect(pendingAt(member, 0).sentAt).toBeGreaterThan(noon);
  expect((await withdraw(0)).status).toBe(200);
});

import { describe, expect, test } from "vitest";
import type { LedgerEvent } from "../../src/ledger/event.ts";
import type { Listed } from "../../src/linkedin/list/list.ts";
import { foundBack } from "../../src/sweep/back.ts";
import { Board, refOf } from "../../src/sweep/board.ts";
import { compareAfresh } from "../../src/sweep/compareAfresh.ts";
import type { ItemState } from "../../src/sweep/result.ts";
import { day, idSentAt, now } from "../invitation/sample.ts";
import { event } from "../ledger/sample.ts";
import { jobWith, listed } from "./sample.ts";

const slugs = ["ada", "bo", "cy", "di"];
const four = slugs.map((slug, i) => listed(slug, { name: slug, id: idSentAt(now - 40 * day, BigInt(i)) }));
/** The same people, as a load shows them that gives every invitation another id. */
const renumbered = four.map((each, i) => other(each, i));

function other(each: Listed, i = 0): Listed {
  return {
    ...each,
    invitation: { ...each.invitation, id: idSentAt(now - 40 * day, 700n + BigInt(i)) },
  };
}

/** What becomes of these states, by position, where a fresh load shows `fresh`; `confirmed` are the ones we pressed for. */
async function compared(
  states: readonly ItemState[],
  fresh: readonly Listed[],
  confirmed: readonly number[] = [],
) {
  const ledger: LedgerEvent[] = [];
  const job = jobWith(ledger);
  const board = Board.read(four, "due", "it was not tried");
  states.forEach((state, i) => {
    board.set(four[i] as Listed, state, "LinkedIn answered that it failed to withdraw");
  });
  for (const i of confirmed) await job.record.write({ kind: "intent", invitation: refOf(four[i] as Listed) });
  const ending = await compareAfresh(job, board, { listed: fresh, pending: fresh.length, others: 0 });
  return {
    outcome: ending?.outcome ?? null,
    states: board.items().map(({ state }) => state),
    reasons: board.items().map(({ reason }) => reason),
    wrote: ledger.flatMap((each) => (each.kind === "unverified" ? [each.invitation.profile] : [])),
  };
}

describe("On the fresh load at the end of a sweep", () => {
  test("what we withdrew is gone, and who answered meanwhile is told apart from it", async () => {
    const told = await compared(["fresh", "due", "withdrawn", "withdrawn"], four.slice(0, 1));
    expect(told).toMatchObject({ outcome: null, states: ["fresh", "answered", "withdrawn", "withdrawn"] });
  });

  test("one that is back is unverified, whatever its id is by now, and so is the sweep", async () => {
    for (const row of [four[2] as Listed, other(four[2] as Listed)]) {
      const told = await compared(["fresh", "fresh", "withdrawn", "withdrawn"], [...four.slice(0, 2), row]);
      expect(told.outcome).toBe("unverified");
      expect(told.states).toEqual(["fresh", "fresh", "unverified", "withdrawn"]);
      expect(told.wrote).toEqual(["/in/cy"]);
    }
  });

  test("nobody is answered whose id alone has changed", async () => {
    const states = ["fresh", "kept", "due", "failed"] as const;
    expect(await compared(states, renumbered)).toMatchObject({ outcome: null, states, wrote: [] });
    expect((await compared(["fresh", "kept", "due", "answered"], renumbered)).states).toEqual([
      ...["fresh", "kept", "due", "failed"],
    ]);
  });

  test("nobody is answered whom nothing but a name tells", async () => {
    const bare = listed("di", { id: null, profile: null, addresses: [] });
    const board = Board.read([bare], "due", "it was not tried");
    await compareAfresh(jobWith([]), board, { listed: [], pending: 0, others: 0 });
    expect(board.items()).toMatchObject([{ state: "due" }]);
  });

  test("nobody is answered where it is another list", async () => {
    const strangers = ["xi", "yo"].map((slug) => other(listed(slug, { name: slug })));
    const told = await compared(["fresh", "kept", "due", "answered"], strangers);
    expect(told).toMatchObject({ outcome: null, states: ["fresh", "kept", "due", "failed"] });
  });

  test("one that we confirmed, LinkedIn refused, and is gone is unverified; what we never confirmed was answered", async () => {
    const told = await compared(["fresh", "fresh", "failed", "failed"], four.slice(0, 2), [2]);
    expect(told.outcome).toBe("unverified");
    expect(told.states).toEqual(["fresh", "fresh", "unverified", "answered"]);
    expect(told.reasons[2]).toBe(
      "LinkedIn answered that it failed to withdraw, and on a fresh load it is gone",
    );
    expect(told.wrote).toEqual(["/in/cy"]);
  });

  test("one that LinkedIn refused and that is there still has failed, and nothing else", async () => {
    const states = ["fresh", "fresh", "fresh", "failed"] as const;
    for (const fresh of [four, renumbered])
      expect(await compared(states, fresh, [3])).toMatchObject({ outcome: null, states, wrote: [] });
  });
});

describe("On the list that the next sweep reads", () => {
  const cy = four[2] as Listed;
  const withdrawn = event(now - day, { kind: "withdrawn", invitation: refOf(cy) });
  const found = async (row: Listed) => {
    const job = jobWith([withdrawn]);
    const board = Board.read([row], "due", "old");
    return foundBack(job, { listed: [row], pending: 1, others: 0 }, board);
  };

  test("what an earlier one withdrew is back, whatever its id is by now", async () => {
    for (const row of [cy, other(cy)]) expect(await found(row)).toMatchObject({ outcome: "unverified" });
  });

  test("what an earlier one withdrew is back, also where the row leads to another address of the same person", async () => {
    const { addresses } = cy.invitation;
    const urn = { kind: "urn", key: "ACoAAsampleOfCy" } as const;
    const row = other(cy);
    const led = { ...row.invitation, profile: `/in/${urn.key}`, addresses: [...addresses, urn] };
    expect(await found({ ...row, invitation: led })).toMatchObject({ outcome: "unverified" });
  });

  test("somebody who was invited anew since is not", async () => {
    const anew = { id: idSentAt(now - day / 2), sentAt: new Date(now - day / 2).toISOString() };
    expect(await found({ ...cy, invitation: { ...cy.invitation, ...anew } })).toBeNull();
    expect(await found(four[0] as Listed)).toBeNull();
  });
});

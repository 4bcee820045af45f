import { describe, expect, test } from "vitest";
import type { LedgerEvent } from "../../src/ledger/event.ts";
import type { Attempt } from "../../src/linkedin/act/withdraw.ts";
import { Board, refOf } from "../../src/sweep/board.ts";
import { settle } from "../../src/sweep/settle.ts";
import { jobWith, listed } from "./sample.ts";

const [ada, bo] = [listed("ada"), listed("bo", { id: "7500000000000000001" })];
const list = { listed: [ada, bo], pending: 2, others: 0 };
const refused: Attempt = { kind: "failed", reason: "LinkedIn answered that it failed to withdraw" };

/** What is said of Ada after these attempts, one after the other; `confirmed`: we pressed the button that counts. */
async function settled(confirmed: boolean, ...attempts: readonly Attempt[]) {
  const ledger: LedgerEvent[] = [];
  const job = jobWith(ledger);
  const board = Board.read(list.listed, "due", "it was not tried");
  if (confirmed) await job.record.write({ kind: "intent", invitation: refOf(ada) });
  let outcome: string | null = null;
  for (const attempt of attempts) {
    const { ending } = await settle(job, { board, pending: 2, reading: null }, ada, attempt, list);
    outcome = ending?.outcome ?? null;
  }
  return { outcome, state: board.items()[0]?.state, wrote: ledger.at(-1)?.kind ?? null };
}

describe("An invitation that is gone when it is looked for again", () => {
  test("was answered where we confirmed nothing", async () => {
    expect(await settled(false, { kind: "gone" })).toEqual({ outcome: null, state: "answered", wrote: null });
    expect(await settled(false, refused, { kind: "gone" })).toMatchObject({
      outcome: null,
      state: "answered",
    });
  });

  test("is unverified where we confirmed it, and nothing further is done", async () => {
    expect(await settled(true, refused, { kind: "gone" })).toEqual({
      ...{ outcome: "unverified", state: "unverified", wrote: "unverified" },
    });
  });

  test("was answered where LinkedIn refused the only request that our click can have made", async () => {
    expect(await settled(true, { ...refused, once: true }, { kind: "gone" })).toMatchObject({
      ...{ outcome: null, state: "answered" },
    });
  });
});

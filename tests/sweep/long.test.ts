import type { LedgerEvent } from "@lapse/core/ledger/event";
import type { Clock } from "@lapse/core/sweep/clock";
import { afterEach, describe, expect, test } from "vitest";
import { impatientClock, type Stage, stage } from "../pages/stage.ts";
import { named, people } from "./kit.ts";

let here: Stage;
afterEach(() => here.close());

/** A clock by which reading the list takes so long; everything else takes its time. */
function slowReading(rows: number, ms: number): { clock: Clock; onProgress: (p: { step: string }) => void } {
  const clock = impatientClock();
  let ahead = 0;
  return {
    clock: { ...clock, now: () => clock.now() + ahead },
    onProgress: (progress) => {
      if (ahead === 0 && "rows" in progress && progress.rows === rows) ahead = ms;
    },
  };
}

describe("a list that takes most of a sweep's time to read", () => {
  const policy = { perDay: 5 };

  test("is withdrawn from all the same; the next sweep's reading is the proof on a fresh load", async () => {
    here = await stage(people(15, (i) => 19.5 + i));
    const events: LedgerEvent[] = [];
    const first = await here.again({ perDay: 3 }, { events, ...slowReading(15, 500_000) });
    expect(first.result.outcome).toBe("out-of-time");
    expect(first.withdrawn).toEqual(["Person 015", "Person 014", "Person 013"]);
    expect(first.result.items.at(-1)?.reason).toContain("on a fresh load by the next sweep");
    const next = await here.again(policy, { events });
    expect(next.result.outcome).toBe("done");
    expect(next.withdrawn).toHaveLength(4);
  });

  test("and what is back then is unverified: nothing further is done", async () => {
    here = await stage(people(15, (i) => 19.5 + i));
    here.member.faults.withdraw = [{ fault: "not-really", from: 2, times: 1 }];
    const events: LedgerEvent[] = [];
    await here.again({ perDay: 3 }, { events, ...slowReading(15, 500_000) });
    const next = await here.again(policy, { events });
    expect(next.result.outcome).toBe("unverified");
    expect(named(next.result.items, "unverified")).toEqual(["Person 014"]);
    expect(next.withdrawn).toHaveLength(2);
    // The member has looked; from here it is due again like any other.
    const later = await here.again(policy, { events });
    expect(later.result.outcome).toBe("done");
    expect(later.withdrawn).toContain("Person 014");
  });

  test("a list that can be read twice is proved at once", async () => {
    here = await stage(people(15, (i) => 19.5 + i));
    const sweep = await here.again({ perDay: 3 }, slowReading(15, 100_000));
    expect(sweep.result.outcome).toBe("capped");
    const loads = here.replica.journal.of("page").filter((entry) => entry.status === 200);
    expect(loads).toHaveLength(2);
  });
});

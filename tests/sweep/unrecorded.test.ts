import type { LedgerEvent } from "@lapse/core/ledger/event";
import { RecordUnwritable } from "@lapse/core/ledger/unwritable";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type Stage, stage } from "../pages/stage.ts";
import { named, people } from "./kit.ts";

const here: Stage = await stage(people(8, (i) => 35 + i));
afterAll(() => here.close());
beforeEach(() => here.replica.reset());

/** A ledger on a disk that is full from the `last`-th event of this kind on. */
class FullLedger extends Array<LedgerEvent> {
  #left: number;
  readonly #kind: LedgerEvent["kind"];

  constructor(kind: LedgerEvent["kind"], last: number) {
    super();
    this.#kind = kind;
    this.#left = last;
  }

  override push(event: LedgerEvent): number {
    if (event.kind === this.#kind) this.#left -= 1;
    if (this.#left <= 0) throw new RecordUnwritable("the ledger cannot be written", "make room there");
    return super.push(event);
  }
}

describe("A sweep whose ledger takes nothing more", () => {
  test("clicks for nobody whose intent is not on record, and says what was done and what to do", async () => {
    const ran = await here.again({}, { events: new FullLedger("intent", 3) });
    expect(ran.result).toMatchObject({
      outcome: "interrupted",
      read: 8,
      message:
        "2 invitations were withdrawn; the ledger cannot be written: make room there, and the next sweep goes on from here.",
    });
    expect(named(ran.result.items, "withdrawn")).toEqual(["Person 007", "Person 008"]);
    expect([ran.withdrawn.length, ran.clicks]).toEqual([2, 3]);
  });

  test("after a click stops there as unverified, with what the page proves; the next one settles it", async () => {
    const events = new FullLedger("withdrawn", 2);
    const ran = await here.again({ perDay: 3 }, { events });
    expect(ran.result.outcome).toBe("unverified");
    expect(ran.result.message).toContain("make room there, and the next sweep settles it");
    expect(named(ran.result.items, "withdrawn")).toEqual(["Person 007", "Person 008"]);
    expect(ran.withdrawn).toHaveLength(2);
    const next = await here.again({ perDay: 3 }, { events: [...events] });
    expect(next.result.outcome).toBe("capped");
    expect(next.withdrawn).toHaveLength(3);
  });

  test("at its very end has done its work", async () => {
    const ran = await here.again({ perDay: 1 }, { events: new FullLedger("sweep-ended", 1) });
    expect([ran.result.outcome, ran.withdrawn.length]).toEqual(["capped", 1]);
  });

  test("at its very start opens nothing", async () => {
    const before = here.replica.journal.entries.length;
    await expect(here.again({}, { events: new FullLedger("sweep-started", 1) })).rejects.toBeInstanceOf(
      RecordUnwritable,
    );
    expect(here.replica.journal.entries).toHaveLength(before);
  });
});

import { mkdirSync, readFileSync, symlinkSync, writeFileSync, type writeSync } from "node:fs";
import { join } from "node:path";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import { foldLedger } from "@lapse/core/ledger/fold";
import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { UsageError } from "../../src/command/usage.ts";
import { leaseFile } from "../../src/sweep/leaseFile.ts";
import { openLedgerFile } from "../../src/sweep/ledgerFile.ts";
import { newFolder } from "../support/folders.ts";

/** How many bytes the disk still takes, and whether it lets a file be cut. */
const disk = vi.hoisted(() => ({ room: Number.POSITIVE_INFINITY, cuts: true, syncs: true }));
const refuse = (code: string) => {
  throw Object.assign(new Error(code), { code });
};
vi.mock(import("node:fs"), async (original) => {
  const fs = await original();
  const partly = (handle: number, bytes: Buffer, from: number, length: number, at: number | null) => {
    if (disk.room === 0) refuse("ENOSPC");
    const taken = Math.min(length, disk.room);
    disk.room -= taken;
    return fs.writeSync(handle, bytes, from, taken, at);
  };
  return {
    ...fs,
    writeSync: partly as typeof writeSync,
    ftruncateSync: (handle: number, size?: number) =>
      disk.cuts ? fs.ftruncateSync(handle, size) : refuse("EIO"),
    fsyncSync: (handle: number) => (disk.syncs ? fs.fsyncSync(handle) : refuse("EIO")),
  };
});
afterEach(() => void Object.assign(disk, { room: Number.POSITIVE_INFINITY, cuts: true, syncs: true }));

const at = Date.UTC(2026, 10, 23);
const ada = { id: "7498810568384856065", profile: "/in/ada", name: 'Ada "A" {x}', sentAt: null };
const about = { at, run: "r1", account: "/in/val-last" } as const;
const intent: LedgerEvent = { kind: "intent", invitation: ada, ...about };
const withdrawn: LedgerEvent = { kind: "withdrawn", invitation: ada, ...about };
const line = (event: LedgerEvent) => `${JSON.stringify(event)}\n`;
const plain = (text: string) => text;

function ledgerWith(text: string) {
  const data = newFolder();
  const file = join(data, "ledger.jsonl");
  writeFileSync(file, text);
  return { data, file, text: () => readFileSync(file, "utf8"), open: () => openLedgerFile(data, plain) };
}

describe("A ledger on a disk that fills up", () => {
  test("takes an event whole or not at all, and says which file, why and what to do", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(line(intent).length - 1), async (room) => {
        const here = ledgerWith(line(intent));
        const ledger = here.open();
        Object.assign(disk, { room });
        await expect(ledger.append(withdrawn)).rejects.toMatchObject({
          name: "RecordUnwritable",
          message: `${here.file} cannot be written, as the disk is full: make room there.`,
        });
        disk.room = Number.POSITIVE_INFINITY;
        expect(here.text()).toBe(line(intent));
        expect(await ledger.read()).toEqual([intent]);
        // Room that is there again could leave a gap in what is on record.
        await expect(ledger.append(withdrawn)).rejects.toBe(ledger.broken());
        await here.open().append(withdrawn);
        expect(await here.open().read()).toEqual([intent, withdrawn]);
      }),
      { numRuns: 40 },
    );
  });

  test("does not count what could not be synced", async () => {
    const here = ledgerWith(line(intent));
    const ledger = here.open();
    disk.syncs = false;
    await expect(ledger.append(withdrawn)).rejects.toThrow("the disk reports an error");
    expect(here.text()).toBe(line(intent));
  });

  test("and cannot even cut off what it took leaves half a line, which the next reader takes for a click", async () => {
    const here = ledgerWith("");
    const ledger = here.open();
    Object.assign(disk, { room: 20, cuts: false });
    await expect(ledger.append(intent)).rejects.toThrow("the disk is full");
    Object.assign(disk, { room: Number.POSITIVE_INFINITY, cuts: true });
    expect(here.text()).toHaveLength(20);
    const view = foldLedger(await here.open().read());
    expect([view.openIntents.length, view.spentAt.length]).toEqual([1, 1]);
  });
});

describe("A last line without its end", () => {
  const whole = line(intent);

  test("that may have been an intent counts as one until the list settles it, wherever it was cut", async () => {
    for (let length = 1; length < whole.length; length++) {
      const here = ledgerWith(line(withdrawn) + whole.slice(0, length));
      const ledger = here.open();
      const [first, torn, ...rest] = await ledger.read();
      expect([first, torn?.kind, rest]).toEqual([withdrawn, "intent", []]);
      // Whom it was about is known as soon as all of that is there.
      if (length > whole.indexOf('},"at"')) expect(torn).toMatchObject({ invitation: ada });
      expect(here.text()).toBe(line(withdrawn) + whole.slice(0, length));
      await ledger.append(withdrawn);
      expect(await here.open().read()).toEqual([withdrawn, torn, withdrawn]);
      expect(
        here
          .text()
          .split("\n")
          .every((each) => each === "" || each.startsWith('{"kind":"')),
      ).toBe(true);
    }
  });

  test("of a withdrawal counts where it says whose, also without its intent", async () => {
    const ledger = ledgerWith(`${line(withdrawn)}${line(withdrawn).slice(0, -30)}`).open();
    expect(foldLedger(await ledger.read()).openIntents).toEqual([ada]);
  });

  test("that does not say whose, and is no intent, is cut off: what counts of it stands before it", async () => {
    const here = ledgerWith(`${line(intent)}${line(withdrawn).slice(0, 40)}`);
    const ledger = here.open();
    expect(await ledger.read()).toEqual([intent]);
    await ledger.append(withdrawn);
    expect(here.text()).toBe(line(intent) + line(withdrawn));
  });

  test("but whole otherwise counts as it is", async () => {
    const here = ledgerWith(`${line(intent)}${JSON.stringify(withdrawn)}`);
    const ledger = here.open();
    expect(await ledger.read()).toEqual([intent, withdrawn]);
    await ledger.append(intent);
    expect(here.text()).toBe(line(intent) + line(withdrawn) + line(intent));
  });

  test("is not lost where the disk is full while it is mended", async () => {
    const here = ledgerWith(line(withdrawn) + whole.slice(0, 30));
    const ledger = here.open();
    disk.room = 5;
    await expect(ledger.append(withdrawn)).rejects.toThrow("the disk is full");
    disk.room = Number.POSITIVE_INFINITY;
    expect((await here.open().read()).map(({ kind }) => kind)).toEqual(["withdrawn", "intent"]);
  });

  test("that is none of ours is refused, and left as it is", () => {
    const here = ledgerWith(`${line(intent)}{"garbage`);
    expect(here.open).toThrow(UsageError);
    expect(here.text()).toBe(`${line(intent)}{"garbage`);
  });
});

describe("Something else in the place of a ledger", () => {
  const places: [string, (file: string) => void, RegExp][] = [
    ["a directory", (file) => mkdirSync(file), /is a directory.*Move it away/],
    [
      "a link to nothing",
      (file) => symlinkSync("/nowhere/ledger", file),
      /is a link.*not there.*Mend the link/,
    ],
    ["a device", (file) => symlinkSync("/dev/full", file), /is not a plain file/],
  ];
  test.each(places)("%s is the operator's to mend: one line, and nothing is opened", (_, put, words) => {
    const data = newFolder();
    put(join(data, "ledger.jsonl"));
    expect(() => openLedgerFile(data, plain)).toThrow(words);
    expect(() => openLedgerFile(data, plain)).toThrow(UsageError);
  });

  test("a lease that cannot be made says so, and is not taken for another sweep", async () => {
    const data = join(newFolder(), "gone");
    const lease = leaseFile(data, () => at);
    await expect(lease.acquire("r1", 1_000)).rejects.toThrow(
      /lease cannot be written, as its directory is gone/,
    );
  });

  test("a lease that is prolonged stays readable at every moment", async () => {
    const data = newFolder();
    let now = at;
    const lease = leaseFile(data, () => now);
    await lease.acquire("r1", 1_000);
    const before = readFileSync(join(data, "lease"), "utf8");
    now += 5_000;
    expect(await lease.renew("r1", 1_000)).toBe(true);
    const after = readFileSync(join(data, "lease"), "utf8");
    expect(after).toHaveLength(before.length);
    expect(JSON.parse(after)).toMatchObject({ run: "r1", until: at + 6_000 });
  });
});

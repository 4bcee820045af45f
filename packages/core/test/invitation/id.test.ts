import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentAtOfId } from "../../src/invitation/id.ts";
import { idSentAt } from "./sample.ts";

const founded = Date.parse("2002-12-28T00:00:00Z");

describe("the time in an invitation's id", () => {
  test.each([
    ["6230172048157614080", "2017-01-25T23:59:27.280Z"],
    ["7498810568384856065", "2026-08-27T18:36:00.000Z"],
    ["7530597266228558253", "2026-11-23T11:45:00.000Z"],
  ])("%s was sent at %s", (id, time) => {
    expect(new Date(sentAtOfId(id) ?? 0).toISOString().slice(0, 19)).toBe(time.slice(0, 19));
  });

  test("comes back to the millisecond, whatever the lower bits are, though ids exceed 2^53", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: founded, max: Number((1n << 41n) - 1n) }),
        fc.bigInt({ min: 0n, max: (1n << 22n) - 1n }),
        (ms, low) => {
          const id = idSentAt(ms, low);
          expect(BigInt(id)).toBeGreaterThan(1n << 53n);
          expect(sentAtOfId(id)).toBe(ms);
        },
      ),
    );
  });

  test("is none before the day LinkedIn was founded, and begins with it", () => {
    expect(sentAtOfId(idSentAt(founded, 0n))).toBe(founded);
    expect(sentAtOfId(idSentAt(founded - 1, 0n))).toBeNull();
  });

  test("is none beyond 63 bits", () => {
    expect(sentAtOfId(((1n << 63n) - 1n).toString())).toBe(Number((1n << 41n) - 1n));
    expect(sentAtOfId((1n << 63n).toString())).toBeNull();
    expect(sentAtOfId(((1n << 64n) - 1n).toString())).toBeNull();
  });

  test.each([
    "",
    "0",
    "42",
    "-7530597266228558253",
    "+7530597266228558253",
    "07530597266228558253",
    "7530597266228558253.0",
    "7.530597266228558e18",
    "7530597266228558253n",
    " 7530597266228558253",
    "7530597266228558253\n",
    "0x6881d0a4a7c0202d",
    "٧٥٣٠٥٩٧٢٦٦٢٢٨٥٥٨٢٥٣",
    "urn:li:invitation:7530597266228558253",
    "75305972662285582530000",
  ])("is none in %j", (text) => {
    expect(sentAtOfId(text)).toBeNull();
  });

  test("any text gives a time after the founding or none, and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,22}$/)), (text) => {
        const ms = sentAtOfId(text);
        if (ms !== null) {
          expect(ms).toBeGreaterThanOrEqual(founded);
          expect(BigInt(text) >> 22n).toBe(BigInt(ms));
        }
      }),
    );
  });
});

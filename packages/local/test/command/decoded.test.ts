import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decoded } from "../../src/command/decoded.ts";

const policy = '{"keep":{"words":["Müller"]}}';

describe("The bytes of a policy or a session", () => {
  test("are read as UTF-8, with or without a byte order mark", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.boolean(), (text, marked) => {
        fc.pre(!text.startsWith("\ufeff"));
        expect(decoded(Buffer.from(marked ? `\ufeff${text}` : text))).toEqual({ ok: true, text });
      }),
    );
  });

  test.each<[string, Buffer, RegExp]>([
    ["Latin-1", Buffer.from(policy, "latin1"), /not UTF-8.*save it as UTF-8/],
    ["UTF-16", Buffer.from(`\ufeff${policy}`, "utf16le"), /UTF-16.*save it as UTF-8/],
    ["UTF-16, the other way round", Buffer.from(`\ufeff${policy}`, "utf16le").swap16(), /UTF-16/],
    ["UTF-8 that was cut within a character", Buffer.from("Müller").subarray(0, 2), /not UTF-8/],
    ["half a pair in UTF-8", Buffer.from([0xed, 0xa0, 0x80]), /not UTF-8/],
  ])("are refused where they are %s: a name would become another", (_, bytes, why) => {
    const read = decoded(bytes);
    expect(read.ok ? "" : read.why).toMatch(why);
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellText, csvOf, shownControls } from "../../src/export/csv.ts";
import { parseCsv } from "./parseCsv.ts";

/** Names as somebody might choose them who means harm, among others. */
const anyCell = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "'", '"', ",", ";", " ", "a", "\ufeff"),
  }),
  fc.string({
    unit: fc.constantFrom(
      "＝",
      "＋",
      "－",
      "＠",
      "\u200b",
      "\u202e",
      "\0",
      "\x1b",
      "\v",
      "\x85",
      "\u2028",
      "ن",
      "'t",
    ),
  }),
);
const anyRows = fc.array(fc.array(anyCell, { minLength: 1, maxLength: 6 }), { maxLength: 20 });

describe("a list as CSV", () => {
  test("gives back through a parser whatever went in, controls by the signs that stand for them", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const shown = rows.map((row) => row.map(shownControls));
        expect(parseCsv(csvOf(rows)).map((row) => row.map(cellText))).toEqual(shown);
      }),
    );
    const ordinary = 'Zoë "Z" O\'Fake, 小林 👩‍💻\tline\r\nnext';
    expect(shownControls(ordinary)).toBe(ordinary);
  });

  test("holds no control that a terminal or a reader of lines would obey", () => {
    const all = Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code));
    const csv = csvOf([[...all, "\u2028\u2029", "a\x1b[31mred\x07", "one\x85two\vthree"]]);
    expect(csv).not.toMatch(/(?![\t\r\n])[\p{Cc}\p{Zl}\p{Zp}]/u);
    expect(csv).toContain('"a␛[31mred␇","one␤two␋three"');
  });

  test("has no cell that a spreadsheet would compute, whatever the name", () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const cell of parseCsv(csvOf(rows)).flat()) {
          expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
          expect(cell.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/);
        }
      }),
    );
  });

  test("leaves an apostrophe where a name has one, and adds one only before a formula", () => {
    const cells = ["'t Hooft", "O'Fake", "=1+1", "'=1+1", "-5", "a-b", ""];
    expect(parseCsv(csvOf([cells]))).toEqual([["'t Hooft", "O'Fake", "'=1+1", "''=1+1", "'-5", "a-b", ""]]);
  });

  test("is UTF-8 with its mark, lines that end in CRLF, and every cell in quotes", () => {
    expect(
      csvOf([
        ["name", "a;b"],
        ['say "hi"', "x,y"],
      ]),
    ).toBe('\ufeff"name","a;b"\r\n"say ""hi""","x,y"\r\n');
  });

  test("holds no half characters", () => {
    expect(csvOf([["\ud83d"]]).isWellFormed()).toBe(true);
  });
});

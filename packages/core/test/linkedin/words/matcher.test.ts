import { expect, test } from "vitest";
import { concepts } from "../../../src/linkedin/words/concepts.ts";
import { is, pattern, says } from "../../../src/linkedin/words/matcher.ts";

test.each(concepts)(
  "the pattern for %s compiles in any script world, is small and captures nothing",
  (concept) => {
    const source = pattern(concept);
    expect(() => new RegExp(source, "iu")).not.toThrow();
    expect(new RegExp(source, "iu").source).toBe(source);
    expect(Buffer.byteLength(source)).toBeLessThan(6 * 1024);
    expect(new RegExp(`${source}|`, "iu").exec("")).toHaveLength(1);
  },
);

test.each([
  "Retirers",
  "Withdrawal",
  "Withdraws",
  "Nonwithdraw",
  "ÉRetirer",
  "Retirer2",
  "Withdraw\u0330",
  "2Withdraw",
])("%s is a longer word and withdraws nothing", (text) => {
  expect(says("withdraw", text)).toBe(false);
});

test.each([
  ["next", "Nexter"],
  ["next", "Volgenden"],
  ["offer", "Connected"],
  ["offer", "Following"],
  ["offer", "Address"],
  ["accept", "Acceptance"],
  ["cancel", "Closed"],
  ["cancel", "Disclose"],
  ["more", "Load moreover"],
  ["pending", "Spending"],
] as const)("%s does not hear %s", (concept, text) => {
  expect(says(concept, text)).toBe(false);
});

test.each(["I withdraw cash at banks", "Je vais me retirer", "Zurückziehen? Nie!", "撤回申请专家"])(
  "the headline %s says it, but is no control's word",
  (text) => {
    expect(says("withdraw", text)).toBe(true);
    expect(is("withdraw", text)).toBe(false);
  },
);

test("a control's word may stand in spaces, direction marks and before closing punctuation", () => {
  for (const text of [
    "Withdraw",
    " withdraw ",
    "\u200eWITHDRAW\u200f",
    "\u2067Withdraw\u2069…",
    "Withdraw.\n",
  ]) {
    expect(is("withdraw", text), JSON.stringify(text)).toBe(true);
  }
  for (const text of ["", " ", "…", "Withdraw?x", "(Withdraw", "Withdraw 2"]) {
    expect(is("withdraw", text), JSON.stringify(text)).toBe(false);
  }
});

test("any run of spaces is one space, and direction marks may stand in it", () => {
  for (const space of [
    " ",
    "\u00a0",
    "\u202f",
    " \n\t ",
    "\u200f \u200e",
    "\u2066\u00a0\u2069",
    "\u202a \u202c",
  ]) {
    expect(is("withdraw", `Geri${space}çek`), JSON.stringify(space)).toBe(true);
    expect(is("more", `Show${space}more${space}results`), JSON.stringify(space)).toBe(true);
  }
  expect(is("withdraw", "Geriçek")).toBe(false);
});

test("apostrophes are equal, commas may be missing, and marks may stand apart from their letters", () => {
  for (const text of ["J’ai compris", "J'ai compris", "No, thanks", "No thanks", "Nein danke"]) {
    expect(is("cancel", text), text).toBe(true);
  }
  for (const text of ["S’abonner", "S'abonner"]) expect(is("offer", text)).toBe(true);
  expect(is("withdraw", "Zurückziehen".normalize("NFD"))).toBe(true);
  expect(says("withdraw", "Einladung an Ada zurückziehen".normalize("NFD"))).toBe(true);
});

test("a non-joiner within a word may be missing, and in Persian it may be a space", () => {
  expect(is("pending", "పెండింగ్\u200cలో ఉంది")).toBe(true);
  expect(is("pending", "పెండింగ్లో ఉంది")).toBe(true);
  expect(is("withdraw", "پس\u200cگرفتن")).toBe(true);
});

test("languages without spaces need none around a word", () => {
  expect(says("withdraw", "申請を取り下げるボタン")).toBe(true);
  expect(says("next", "ไปหน้าถัดไปเลย")).toBe(true);
  expect(says("withdraw", "초대철회하기")).toBe(true);
});

test("a long text of spaces or of half words costs next to nothing", () => {
  for (const text of [" ".repeat(200_000), `Show${" ".repeat(200_000)}x`, "Show ".repeat(40_000)]) {
    expect(concepts.filter((concept) => says(concept, text) || is(concept, text))).toEqual([]);
  }
});

import { describe, expect, test } from "vitest";
import { joinRows } from "../../../src/linkedin/list/join.ts";
import { entryOf, type Person, rowOf } from "../sample.ts";

const ada = { name: "Ada Example", slug: "ada-example" };
const bo = { name: "Bo Sample", slug: "bo-sample" };
const chidi = { name: "Chidi Placeholder", slug: "chidi-placeholder" };
const member = { name: "LinkedIn Member", slug: null };
const key = "ACoAATyGJMuHbEL31IeL2HPcHyGcFRl1SPnXNYv";
const entry = (id: string, { name, slug }: Person) => entryOf(id, name, ...(slug === null ? [] : [slug]));

const joined = (people: readonly Person[], entries: Parameters<typeof joinRows>[1]) =>
  joinRows(people.map(rowOf), entries).map((each) => [each.entry?.id ?? null, each.trouble]);

describe("a row finds its entry in the page's data", () => {
  test("by its address, in whatever order the data are", () => {
    expect(joined([ada, bo, chidi], [entry("3", chidi), entry("1", ada), entry("2", bo)])).toEqual([
      ["1", null],
      ["2", null],
      ["3", null],
    ]);
  });

  test("among people of one name, by the address", () => {
    const one = { name: "Jon Same", slug: "jon-same-1" };
    const two = { name: "Jon Same", slug: "jon-same-2" };
    expect(joined([one, two], [entry("20", two), entry("10", one)])).toEqual([
      ["10", null],
      ["20", null],
    ]);
  });

  test("by its place between others, where it has no link", () => {
    expect(
      joined([ada, member, bo], [entry("1", ada), entryOf("5", "LinkedIn Member", key), entry("2", bo)]),
    ).toEqual([
      ["1", null],
      ["5", null],
      ["2", null],
    ]);
  });

  test("by its place, where the data know no address of it", () => {
    expect(joined([ada, bo], [entry("1", ada), entryOf("2", "Bo Sample")])).toEqual([
      ["1", null],
      ["2", null],
    ]);
  });

  test("by its place at the top and at the end, too", () => {
    const all = [entry("5", member), entry("1", ada), entry("6", member)];
    expect(joined([member, ada, member], all)).toEqual([
      ["5", null],
      ["1", null],
      ["6", null],
    ]);
  });

  test("of several without a link in their order, where as many entries lie between their neighbours", () => {
    const all = [entry("1", ada), entry("5", member), entry("6", member), entry("2", bo)];
    expect(joined([ada, member, member, bo], all).map(([id]) => id)).toEqual(["1", "5", "6", "2"]);
  });
});

describe("a row stays without an entry", () => {
  const cannot = "the row and the page's own data cannot be matched";

  test("and is told by its own link, where the data hold nothing of it", () => {
    expect(joined([ada, bo], [])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(joined([ada, bo], [entry("1", ada)])).toEqual([
      ["1", null],
      [null, null],
    ]);
  });

  test("with trouble, where neither link nor data tell it from others", () => {
    const neither = [null, "it has neither an id nor a profile link"];
    expect(joined([member], [])).toEqual([neither]);
    expect(joined([ada, member], [])[1]).toEqual(neither);
    expect(joined([member, ada, member], [entry("1", ada)]).map(([, trouble]) => trouble)).toEqual([
      "it cannot be told from another invitation of the same name",
      null,
      "it cannot be told from another invitation of the same name",
    ]);
  });

  test("with trouble, where the only entry in its place is a namesake's who has a link", () => {
    const linked = { name: "Jon Same", slug: "jon-same-2" };
    const without = { name: "Jon Same", slug: null };
    expect(joined([without, ada, linked], [entry("20", linked), entry("1", ada)])).toEqual([
      [null, "it cannot be told from another invitation of the same name"],
      ["1", null],
      ["20", null],
    ]);
  });

  test("with trouble, where more rows than entries lie in the gap, or fewer", () => {
    expect(joined([ada, member, member], [entry("1", ada), entry("5", member)])).toEqual([
      ["1", null],
      [null, cannot],
      [null, cannot],
    ]);
    expect(joined([ada, member], [entry("1", ada), entry("5", member), entry("6", member)])).toEqual([
      ["1", null],
      [null, cannot],
    ]);
  });

  test("with trouble, where the entry in its place names somebody else", () => {
    expect(
      joined([ada, member, bo], [entry("1", ada), entryOf("9", "Chidi Placeholder"), entry("2", bo)]),
    ).toEqual([
      ["1", null],
      [null, cannot],
      ["2", null],
    ]);
    expect(joined([ada, member], [entry("1", ada), entryOf("9", "")])[1]).toEqual([null, cannot]);
  });

  test("with trouble, where one of several in the gap names somebody else", () => {
    const all = [entry("5", member), entryOf("9", "Chidi Placeholder"), entry("2", bo)];
    expect(joined([member, member, bo], all)).toEqual([
      [null, cannot],
      [null, cannot],
      ["2", null],
    ]);
  });

  test("with trouble, where a row beside it in the gap is in doubt itself", () => {
    const all = [entry("1", ada), entry("5", member)];
    const doubtful = { ...bo, slug: "twice" };
    expect(joined([ada, doubtful, doubtful, member], all).map(([, trouble]) => trouble)).toEqual([
      null,
      "two rows lead to the same profile",
      "two rows lead to the same profile",
      cannot,
    ]);
  });
});

describe("a row has trouble", () => {
  test("where its entry names another person", () => {
    expect(joined([ada], [entryOf("1", "Bo Sample", "ada-example")])).toEqual([
      ["1", "the row and the page's own data name different people"],
    ]);
  });

  test("not where its entry has no name at all", () => {
    expect(joined([ada], [entryOf("1", "", "ada-example")])).toEqual([["1", null]]);
  });

  test("where its place gives it an entry of another address", () => {
    expect(joined([ada], [entryOf("1", "Ada Example", "ada-other")])).toEqual([
      ["1", "the row and the page's own data give different profile addresses"],
    ]);
  });

  test("where two rows lead to its profile, or the data hold two invitations to it", () => {
    const twice = "two rows lead to the same profile";
    expect(joined([ada, { ...ada, age: "Sent 2 months ago" }], [entry("1", ada)])).toEqual([
      [null, twice],
      [null, twice],
    ]);
    expect(joined([ada], [entry("1", ada), entry("2", ada)])).toEqual([
      [null, "the page's data hold two invitations to this profile"],
    ]);
  });

  test("where two rows lead to one person by different forms of address", () => {
    const both = entryOf("1", "Ada Example", "ada-example", key);
    const rows = joined([ada, { ...ada, slug: key }], [both]);
    expect(rows.every(([, trouble]) => trouble !== null)).toBe(true);
  });

  test("that the row had by itself, before any other", () => {
    const row = { ...rowOf(ada), trouble: "its row has more than one Withdraw control" };
    expect(joinRows([row], [entryOf("1", "Bo Sample", "ada-example")])[0]?.trouble).toBe(row.trouble);
  });
});

describe("a row whose control is in a language that is not known", () => {
  const french = { ...rowOf(ada), byStructure: true };
  const notVouchedFor =
    "its control is in a language that is not known, and the page's data do not say what it does";

  test("is believed where the page's data say that it withdraws", () => {
    expect(joinRows([french], [entry("1", ada)])[0]?.trouble).toBeNull();
  });

  test("has trouble where they say something else, or nothing", () => {
    expect(joinRows([french], [{ ...entry("1", ada), withdrawable: false }])[0]?.trouble).toBe(notVouchedFor);
    expect(joinRows([french], [])[0]?.trouble).toBe(notVouchedFor);
  });

  test("needs no such word where its own is known", () => {
    expect(joinRows([rowOf(ada)], [{ ...entry("1", ada), withdrawable: false }])[0]?.trouble).toBeNull();
  });
});

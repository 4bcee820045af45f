import { describe, expect, test } from "vitest";
import type { Invitation } from "../../src/invitation/invitation.ts";
import type { Listed } from "../../src/linkedin/list/list.ts";
import { Later } from "../../src/sweep/later.ts";
import { day, idSentAt, now } from "../invitation/sample.ts";
import { listed } from "./sample.ts";

/** A sweep that began a minute ago. */
const moments = { began: now - 60_000, now };
const person = (name: string, more: Partial<Invitation> = {}) => {
  const age = 40 * day + name.length * day;
  const sentAt = new Date(now - age).toISOString();
  const all = { name, id: idSentAt(now - age), sentAt, age: { atLeast: age, atMost: age }, ...more };
  return listed(name.toLowerCase(), all);
};
const ada = person("Ada");
const bohr = person("Bohr");
const curie = person("Curie");
const first = [ada, bohr, curie];
const later = (after: readonly Listed[], before: readonly Listed[] = first) =>
  new Later(before, after, moments);
const other = { id: idSentAt(now - 40 * day, 9n) };
const bare = { id: null, profile: null, addresses: [], sentAt: null };
const sentNow = { id: idSentAt(now - 1_000), sentAt: new Date(now - 1_000).toISOString() };

describe("Where an invitation is on a later load", () => {
  test.each<[string, ReturnType<Later["find"]>, Listed]>([
    [
      "its id, whatever else has changed",
      "there",
      listed("ada-2", { ...ada.invitation, profile: "/in/ada-2" }),
    ],
    ["its profile, where no id is shown", "there", person("Ada", { id: null, sentAt: null })],
    ["its profile under another id", "renumbered", person("Ada", other)],
    [
      "an old row of its name, under another id and address",
      "namesake",
      listed("ada-2", { name: "Ada", ...other }),
    ],
    ["a row of its name that shows neither", "namesake", person("ADA", bare)],
    [
      "a row of its name that is not understood",
      "namesake",
      person("Ada", { ...bare, age: null, trouble: "odd" }),
    ],
  ])("is told by %s", (_, found, row) => {
    expect(later([row, bohr, curie]).find(ada)).toBe(found);
  });

  test("is nowhere if nothing of it is there, and a namesake who was invited meanwhile is not it", () => {
    expect(later([bohr, curie]).find(ada)).toBe("gone");
    expect(later([listed("ada-2", { name: "Ada", ...sentNow }), bohr, curie]).find(ada)).toBe("gone");
  });

  test("is nowhere if the only row of its name was somebody else's from the start", () => {
    const namesake = listed("ada-2", { name: "Ada", ...other });
    expect(later([namesake, bohr], [ada, namesake, bohr]).find(ada)).toBe("gone");
  });

  test("says nothing of anybody where an old row is nobody's that was there before", () => {
    expect(later([person("Noether")]).isAnother()).toBe(true);
    expect(later([bohr, listed("x", { name: "New", ...sentNow })]).isAnother()).toBe(false);
    expect(later([listed("ada-2", { name: "Ada", ...other }), bohr]).isAnother()).toBe(false);
  });
});

describe("What we withdrew and the later load has to be without", () => {
  test.each<[string, Listed]>([
    ["under its id", ada],
    ["under another id", person("Ada", other)],
    ["under another id and address", listed("ada-2", { name: "Ada", ...other })],
    ["without any mark but its name", person("Ada", { ...bare, age: null })],
    ["under another name, too, as the list is not one shorter", listed("x", { name: "Xu", ...other })],
  ])("is back %s", (_, row) => {
    expect(later([row, bohr, curie]).back([ada])).toEqual([ada]);
  });

  test.each<[string, readonly Listed[]]>([
    ["only the others are there", [bohr, curie]],
    ["others were answered meanwhile", [curie]],
    ["somebody was invited meanwhile", [listed("x", { name: "New", ...sentNow }), bohr, curie]],
    ["a namesake was invited meanwhile", [listed("ada-2", { name: "Ada", ...sentNow }), bohr, curie]],
    ["somebody else's every mark has changed", [bohr, listed("x", { name: "LinkedIn Member", ...other })]],
    [
      "a row whose age is not known is new",
      [person("Noether", { ...other, sentAt: null, age: null }), bohr, curie],
    ],
    [
      "labels are all there is, and one may be new",
      [person("Noether", { ...bare, age: { atLeast: 0, atMost: day } }), bohr, curie],
    ],
  ])("is proved to be gone where %s", (_, after) => {
    expect(later(after).back([ada])).toEqual([]);
  });

  test("is not taken for a namesake of whom nothing was withdrawn and whose marks have changed", () => {
    const namesake = person("Ada", { ...other, profile: "/in/ada-2", addresses: [] });
    const renamed = listed("ada-3", { name: "Ada", id: idSentAt(now - 41 * day) });
    expect(later([renamed, bohr], [ada, namesake, bohr]).back([ada])).toEqual([]);
  });

  test("is all of it where the list is too long and no row says whose it is", () => {
    const rows = [listed("x", { name: "Xu", ...other }), curie];
    expect(later(rows).back([ada, bohr])).toEqual([ada, bohr]);
  });
});

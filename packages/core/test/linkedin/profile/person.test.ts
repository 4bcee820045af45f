import { describe, expect, test } from "vitest";
import type { DataEntry } from "../../../src/linkedin/list/island.ts";
import type { PersonInData } from "../../../src/linkedin/profile/data.ts";
import { type WhoseInput, whosePage } from "../../../src/linkedin/profile/person.ts";
import { entryOf } from "../sample.ts";
import { address, shapeOf } from "./sample.ts";

const key = "ACoAATyGJMuHbEL31IeL2HPcHyGcFRl1SPnXN01";
const told = (name: string, ...slugs: string[]): PersonInData => ({ name, addresses: slugs.map(address) });

function whose(input: Partial<WhoseInput> = {}) {
  return whosePage({ asked: address("ada-example"), shape: shapeOf(), people: [], entries: [], ...input });
}

function found(input: Partial<WhoseInput>) {
  const seen = whose(input);
  return seen.kind === "person" ? seen.person : seen.why;
}

describe("a profile is somebody's", () => {
  test("by heading and address alone, where its data say nothing", () => {
    expect(found({})).toEqual({ name: "Ada Example", addresses: [address("ada-example")], entry: null });
  });

  test("with every address that its data give the same person", () => {
    const people = [told("Ada Example", "ada-example", key), told("Jo Other", "jo-other")];
    expect(found({ people })).toMatchObject({ addresses: [address("ada-example"), address(key)] });
  });

  test("under an old address, where the data have one person of that name, to whom the page does not merely link", () => {
    const people = [told("Ada Example", "ada-new", key)];
    expect(found({ people })).toMatchObject({
      addresses: [address("ada-example"), address("ada-new"), address(key)],
    });
    const linked = ["https://www.linkedin.com/in/ada-new/"];
    expect(found({ people, shape: shapeOf({ linked }) })).toMatchObject({
      addresses: [address("ada-example")],
    });
    const two = [...people, told("Ada Example", "ada-newer")];
    expect(found({ people: two })).toMatchObject({ addresses: [address("ada-example")] });
  });

  test("by its title, where it has no heading and its data say the same name", () => {
    const shape = shapeOf({ headings: [], title: "(3) Ada Example | LinkedIn" });
    expect(found({ shape, people: [told("Ada Example", "ada-example")] })).toMatchObject({
      name: "Ada Example",
    });
    expect(whose({ shape }).kind).toBe("refused");
    expect(whose({ shape, people: [told("Jo Other", "ada-example")] }).kind).toBe("refused");
  });

  test("after it led to another address, only where its data tie both to one person", () => {
    const shape = shapeOf({ url: "https://www.linkedin.com/in/ada-new/" });
    expect(
      found({ shape, asked: address(key), people: [told("Ada Example", "ada-new", key)] }),
    ).toMatchObject({
      name: "Ada Example",
    });
    expect(found({ shape, people: [told("Ada Example", "ada-new", key)] })).toContain(
      "/in/ada-new (Ada Example)",
    );
    expect(whose({ shape }).kind).toBe("refused");
  });
});

describe("a profile is nobody's that can be told", () => {
  test.each([
    ["it is no profile", { shape: shapeOf({ url: "https://www.linkedin.com/feed/" }) }],
    ["it has two headings", { shape: shapeOf({ headings: ["Ada Example", "Jo Other"] }) }],
    ["its data give the address to another name", { people: [told("Jo Other", "ada-example")] }],
  ])("when %s", (_why, input) => {
    expect(whose(input).kind).toBe("refused");
  });
});

describe("the invitation", () => {
  const id = "7498810568384856065";
  const entry = (name: string, ...slugs: string[]): DataEntry => entryOf(id, name, ...slugs);

  test("is the one that the data hold for this person, and nobody else's", () => {
    expect(found({ entries: [entry("Ada Example", "ada-example")] })).toMatchObject({ entry: { id } });
    expect(found({ entries: [entry("Jo Other", "jo-other")] })).toMatchObject({ entry: null });
    expect(found({ entries: [{ ...entry("", "ada-example"), withdrawable: false }] })).toMatchObject({
      entry: null,
    });
  });

  test("is in doubt where there are two of them, or one under another name", () => {
    const two = [
      entry("Ada Example", "ada-example"),
      { ...entry("", "ada-example"), id: "7498810568384856066" },
    ];
    expect(whose({ entries: two }).kind).toBe("refused");
    expect(whose({ entries: [entry("Jo Other", "ada-example")] }).kind).toBe("refused");
  });
});

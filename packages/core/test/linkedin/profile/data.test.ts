import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { peopleInData } from "../../../src/linkedin/profile/data.ts";
import { address } from "./sample.ts";

const key = "ACoAATyGJMuHbEL31IeL2HPcHyGcFRl1SPnXN01";

describe("who is named in a profile's data", () => {
  test("is found by slug, member key and name, in plain data and in the page's own texts", () => {
    const person = {
      publicIdentifier: "ada-example",
      profileUrn: key,
      firstName: "Ada",
      lastName: "Example",
    };
    const pushed = `self.__next_f.push([1,${JSON.stringify(`4:${JSON.stringify(person)}\n`)}])`;
    const urn = JSON.stringify({ ...person, profileUrn: `urn:li:fsd_profile:${key}` });
    for (const script of [JSON.stringify(person), pushed, urn])
      expect(peopleInData([script])).toEqual([
        { name: "Ada Example", addresses: [address("ada-example"), address(key)] },
      ]);
  });

  test("is each of several people, with objects within and around them", () => {
    const text = (max: number) => fc.string({ maxLength: max });
    const extra = fc.record({
      braces: text(8),
      picture: fc.record({ url: text(8), sizes: fc.array(fc.nat()) }),
    });
    fc.assert(
      fc.property(fc.array(extra, { minLength: 1, maxLength: 6 }), fc.boolean(), (extras, first) => {
        const people = extras.map((more, i) => {
          const own = { publicIdentifier: `person-${i}`, firstName: `P${i}`, lastName: "Sample" };
          // What stands before the slug may itself hold objects.
          return first ? { ...own, picture: more.picture } : { picture: more.picture, ...own };
        });
        const found = peopleInData([JSON.stringify({ viewer: {}, list: people })]);
        expect(found.map((each) => each.name)).toEqual(people.map((_, i) => `P${i} Sample`));
      }),
    );
  });

  test("is nobody where nothing is said, and a slug without a name where that is all that can be read", () => {
    expect(peopleInData(["", "var publicIdentifier;"])).toEqual([]);
    expect(peopleInData(['{"publicIdentifier":"ada-example","firstName":'])).toEqual([
      { name: "", addresses: [address("ada-example")] },
    ]);
  });
});

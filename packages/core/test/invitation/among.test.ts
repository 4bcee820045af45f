import { describe, expect, test } from "vitest";
import { Among, type Known } from "../../src/invitation/among.ts";
import { addressOfSlug } from "../../src/invitation/profile.ts";

const urn = "ACoAATyGJMuHbEL31IeL2HPcHyGcFRl1SPnXNYv";
const byId: Known = { id: "7", profile: "/in/ada", direction: "sent" };
const byProfile: Known = { id: null, profile: "/in/Ada" };
const address = addressOfSlug(urn);
const byBoth: Known = { ...byId, addresses: address === null ? [] : [address] };

describe("an invitation", () => {
  test.each<[string, Known, Known]>([
    ["its id, whatever else is known", byId, { id: "7", profile: null }],
    ["the profile, where it was noted without an id", byProfile, byId],
    ["the profile, where the list shows no ids", byId, byProfile],
    ["any address that the list knows", byBoth, { id: null, profile: `/in/${urn}` }],
    ["a link that is no address", { id: null, profile: "/in/.." }, { id: null, profile: "/IN/.." }],
  ])("is found by %s", (_, one, other) => {
    expect(new Among([one]).has(other)).toBe(true);
    expect(new Among([other]).has(one)).toBe(true);
  });

  test.each<[string, Known, Known]>([
    ["another id, though the person is the same", byId, { ...byId, id: "8" }],
    ["another profile", byProfile, { ...byId, profile: "/in/bo" }],
    ["the other side", byProfile, { ...byId, direction: "received" }],
    ["neither id nor profile", { id: null, profile: null }, { id: null, profile: null }],
  ])("is not one with %s", (_, one, other) => {
    expect(new Among([one]).has(other)).toBe(false);
    expect(new Among([other]).has(one)).toBe(false);
  });

  test("is of the same person, whatever its id is by now, if an address is theirs", () => {
    const among = new Among([byBoth]);
    expect(among.hasPerson({ ...byId, id: "8" })).toBe(true);
    expect(among.hasPerson({ id: "8", profile: `/in/${urn}` })).toBe(true);
    expect(among.hasPerson({ id: "7", profile: null })).toBe(true);
    expect(among.hasPerson({ id: "8", profile: "/in/bo" })).toBe(false);
    expect(among.hasPerson({ ...byId, direction: "received" })).toBe(false);
  });

  test("is not there any more once it was taken out, by whichever of the two", () => {
    for (const [put, taken] of [
      [byId, byProfile],
      [byProfile, byId],
    ] as const) {
      const among = new Among([put]);
      among.delete(taken);
      expect(among.has(taken)).toBe(false);
    }
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DataEntry,
  entriesIn,
  joinedPushes,
  mentionsInvitations,
} from "../../../src/linkedin/list/island.ts";
import { people, pictureOf, type Told, withdrawalOf } from "../page.ts";

const objectsOf = (told: readonly Told[]) => told.flatMap((each) => [withdrawalOf(each), pictureOf(each)]);

/** The same objects, framed in every way that the page is known to use, and some that it may. */
const framings: Readonly<Record<string, (told: readonly Told[]) => string>> = {
  "an array": (told) => JSON.stringify(objectsOf(told)),
  "objects one after the other": (told) =>
    objectsOf(told)
      .map((each) => JSON.stringify(each))
      .join(""),
  "with spaces": (told) => JSON.stringify(objectsOf(told), null, 2),
  "lines of an answer": (told) =>
    objectsOf(told)
      .map((each, i) => `${i.toString(16)}:["$L${i}",${JSON.stringify(each)}]\n`)
      .join(""),
  "a script's push": (told) => `self.__next_f.push([1,${JSON.stringify(JSON.stringify(objectsOf(told)))}])`,
  "a push for each": (told) =>
    objectsOf(told)
      .map((each) => `self.__next_f.push([1,${JSON.stringify(JSON.stringify(each))}])`)
      .join(";"),
  "a push after other scripting": (told) =>
    `(self.__next_f=self.__next_f||[]).push([0]);let s="x\\"y",t='it"s';self.__next_f.push([1,${JSON.stringify(
      `3:${JSON.stringify(objectsOf(told))}\n`,
    )}])`,
  "a push with escaped angle brackets": (told) =>
    `self.__next_f.push([1,${JSON.stringify(JSON.stringify(objectsOf(told))).replaceAll("<", "\\u003c")}])`,
  "escaped twice": (told) =>
    `self.__next_f.push([1,${JSON.stringify(JSON.stringify({ data: JSON.stringify(objectsOf(told)) }))}])`,
  "inside a larger object": (told) => JSON.stringify({ screen: { items: objectsOf(told), pager: null } }),
};

const whole = (told: Told): DataEntry => ({
  id: told.id,
  name: `${told.first} ${told.last}`.trim(),
  addresses: [
    { kind: "vanity", key: told.slug },
    { kind: "urn", key: told.key },
  ],
  withdrawable: true,
});

describe("the page's own data", () => {
  test.each(Object.entries(framings))("as %s give every invitation with its own person", (_, frame) => {
    fc.assert(
      fc.property(people, (told) => {
        expect(entriesIn(frame(told))).toEqual(told.map(whole));
      }),
      { numRuns: 200 },
    );
  });

  test("never give one person's address or name to another, wherever they are cut", () => {
    fc.assert(
      fc.property(
        people,
        fc.constantFrom(...Object.values(framings)),
        fc.nat(6_000),
        fc.nat(6_000),
        (told, frame, from, to) => {
          const text = frame(told);
          const own = new Map(told.map((each) => [each.id, whole(each)]));
          for (const entry of entriesIn(
            text.slice(Math.min(from, text.length), text.length - Math.min(to, text.length)),
          ))
            if (own.has(entry.id)) expect(entry).toEqual(own.get(entry.id));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("name an invitation once, though they hold it twice", () => {
    const told: Told = {
      id: "7530597266228558253",
      slug: "ada-example",
      key: `ACoAA${"x".repeat(30)}`,
      first: "Ada",
      last: "Example",
    };
    const text = JSON.stringify([withdrawalOf(told), withdrawalOf(told)]);
    expect(entriesIn(text)).toEqual([whole(told)]);
  });

  test("may hold the id as a number, which is not rounded", () => {
    const text = '{"inviteeVanityName":"ada-example","invitationUrn":{"invitationId":7530597266228558253}}';
    expect(entriesIn(text).map((entry) => entry.id)).toEqual(["7530597266228558253"]);
  });

  test("may name a person by a URN, or by one address only", () => {
    const key = "ACoAATyGJMuHbEL31IeL2HPcHyGcFRl1SPnXNYv";
    const text = `{"profileUrn":"urn:li:fsd_profile:${key}","inviteeVanityName":"","firstName":"LinkedIn","lastName":"Member","invitationUrn":{"invitationId":"7516105526478606657"}}`;
    expect(entriesIn(text)).toEqual([
      {
        id: "7516105526478606657",
        name: "LinkedIn Member",
        addresses: [{ kind: "urn", key }],
        withdrawable: false,
      },
    ]);
  });

  test("say whether the row's control withdraws", () => {
    const object = (action?: string) =>
      JSON.stringify({
        trackingActionType: action,
        inviteeVanityName: "a",
        invitationUrn: { invitationId: "7516105526478606657" },
      });
    const says = (action?: string) => entriesIn(object(action))[0]?.withdrawable;
    expect([says("INVITATION_MANAGER_WITHDRAW"), says("INVITATION_MANAGER_ACCEPT"), says()]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test("give nobody where one object speaks of two invitations", () => {
    const two = {
      inviteeVanityName: "ada-example",
      a: { invitationId: "7530597266228558253" },
      b: { invitationId: "7530434946662808653" },
    };
    expect(entriesIn(JSON.stringify(two))).toEqual([]);
  });

  test("give nobody where no object names a person", () => {
    expect(entriesIn('{"invitationUrn":{"invitationId":"7530597266228558253"}}')).toEqual([]);
    expect(entriesIn('"invitationId":"7530597266228558253"')).toEqual([]);
  });

  test("are any text, and never throw", () => {
    const bits = fc.constantFrom(
      '"invitationId":"7530597266228558253"',
      '\\"invitationId\\":',
      "{",
      "}",
      '"',
      "\\",
      '"profileUrn":"x"',
      ",",
      "[",
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 30 }), (parts) => {
        for (const entry of entriesIn(parts.join(""))) expect(entry.id).toBe("7530597266228558253");
      }),
    );
  });
});

describe("data that come in pieces", () => {
  test("are one text, wherever they were cut", () => {
    const data = `[{"payload":{"inviteeVanityName":"ada-example","firstName":"Ada","lastName":"Example","invitationUrn":{"invitationId":"7530597266228558253"}}}]`;
    for (let cut = 1; cut < data.length; cut += 7) {
      const push = (text: string) => `self.__next_f.push([1,${JSON.stringify(text)}])`;
      const scripts = [push(data.slice(0, cut)), push(data.slice(cut))];
      expect(entriesIn(joinedPushes(scripts)).map((entry) => entry.id)).toEqual(["7530597266228558253"]);
    }
  });
});

describe("whether a text holds invitations at all", () => {
  test.each([
    '{"invitationId":"7530597266228558253"}',
    '{\\"invitationId\\":\\"7530597266228558253\\"}',
    "urn:li:invitation:7530597266228558253",
    "urn:li:fs_relInvitation:7530597266228558253",
    "urn:li:fsd_invitation:7530597266228558253",
  ])("%s does", (words) => {
    expect(mentionsInvitations(words)).toBe(true);
  });

  test("the end page and an empty list do not", () => {
    expect(
      mentionsInvitations('0:["$@1",["x"]]\n1:{"a":"$@2","f":"","b":"x"}\n2:{"items":[],"pager":null}'),
    ).toBe(false);
    expect(mentionsInvitations("Manage invitations | LinkedIn")).toBe(false);
  });
});

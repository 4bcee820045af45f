import { describe, expect, test } from "vitest";
import { isMember, signedInMember } from "../../../src/linkedin/account/identity.ts";
import { sentMarks } from "../../../src/linkedin/layouts/marks.ts";
import { makeViewer } from "../../../src/linkedin/page/kit/viewer.ts";
import type { Kit } from "../../../src/linkedin/page/kit.ts";
import { viewerOf } from "../survey.ts";

const proved = { kind: "proved", profile: "/in/val-last" };
const nothing = { kind: "unproved", why: "nothing shows who is signed in" };
const several = { kind: "unproved", why: "the page names more than one member" };
const { viewerSlugs } = makeViewer({} as Kit, sentMarks);
const from = (script: string) => signedInMember(viewerOf({ data: viewerSlugs(script) }));

describe("who is signed in", () => {
  test("is whose profile the page's frame links to", () => {
    expect(signedInMember(viewerOf({ frame: ["https://www.linkedin.com/in/Val-Last/?x=1"] }))).toEqual(
      proved,
    );
  });

  test.each([
    '{"viewerVanityName":"val-last"}',
    '{"viewerPublicIdentifier":"val-last"}',
    '{"viewer":{"firstName":"Val","publicIdentifier":"val-last"}}',
    '{"me":{"vanityName":"val-last"}}',
    '{"loggedInMember":{"publicIdentifier":"val-last"}}',
    'self.__next_f.push([1,"{\\"viewer\\":{\\"firstName\\":\\"Val\\",\\"vanityName\\":\\"val-last\\"}}"])',
  ])("is whom the page's data call the viewer: %s", (script) => {
    expect(from(script)).toEqual(proved);
  });

  test("is not one of the people that the page's data merely name", () => {
    expect(from('{"inviteeVanityName":"ada-example","publicIdentifier":"bo-sample"}')).toEqual(nothing);
    expect(from('{"viewer":{"friend":{"publicIdentifier":"bo-sample"}}}')).toEqual(nothing);
    expect(from('{"viewer":{}},{"publicIdentifier":"bo-sample"}')).toEqual(nothing);
    expect(from('{"interviewer":{"publicIdentifier":"bo-sample"}}')).toEqual(nothing);
  });

  test("is unproved where nothing says, or only a key that names nobody readable", () => {
    expect(signedInMember(viewerOf())).toEqual(nothing);
    expect(signedInMember(viewerOf({ frame: ["/in/me/", "https://www.linkedin.com/feed/"] }))).toEqual(
      nothing,
    );
    expect(signedInMember(viewerOf({ frame: ["/in/ACoAAy5oOKVqYX7Enwvq4VNAKjKs1Pawtn3LG8Z"] }))).toEqual(
      nothing,
    );
  });

  test("is proved by several that agree, in any spelling", () => {
    const page = viewerOf({ frame: ["/in/val-last", "/in/VAL-LAST/"], data: ["Val-Last"] });
    expect(signedInMember(page)).toEqual(proved);
  });

  test("is unproved where two things disagree", () => {
    expect(signedInMember(viewerOf({ frame: ["/in/val-last", "/in/uma-replica"] }))).toEqual(several);
    expect(
      signedInMember(
        viewerOf({ frame: ["/in/val-last"], data: viewerSlugs('{"me":{"slug":"uma-replica"}}') }),
      ),
    ).toEqual(several);
  });
});

describe("whether that is the member", () => {
  const val = { kind: "proved", profile: "/in/val-last" } as const;

  test("is so in any form of their address", () => {
    for (const form of ["/in/val-last", "https://de.linkedin.com/in/VAL-LAST/?x=1", "in/val%2Dlast"])
      expect(isMember(val, form)).toBe(true);
  });

  test("is not so for anybody else, for what is no address, and where nothing is proved", () => {
    expect(isMember(val, "/in/uma-replica")).toBe(false);
    expect(isMember(val, "val-last")).toBe(false);
    expect(isMember({ kind: "unproved", why: "nothing shows who is signed in" }, "/in/val-last")).toBe(false);
  });
});

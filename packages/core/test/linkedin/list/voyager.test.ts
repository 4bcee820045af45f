import { describe, expect, test } from "vitest";
import { voyagerEntries } from "../../../src/linkedin/list/voyager.ts";

const key = "ACoAATyGJMuHbEL31IeL2HPcHyGcFRl1SPnXNYv";
const member = {
  entityUrn: `urn:li:fs_miniProfile:${key}`,
  publicIdentifier: "ada-example-1a2b3c",
  firstName: "Ada",
  lastName: "Example",
};
const sent = (id: string, more: object = {}) => ({
  $type: "com.linkedin.voyager.relationships.invitation.Invitation",
  entityUrn: `urn:li:fs_relInvitation:${id}`,
  "*toMember": member.entityUrn,
  invitationType: "SENT",
  ...more,
});
const view = {
  $type: "com.linkedin.voyager.relationships.invitation.SentInvitationViewV2",
  entityUrn: "urn:li:fs_relSentInvitationView:7530597266228558253",
};
const answer = (...included: object[]) => JSON.stringify({ data: { "*elements": [] }, included });

describe("an Ember page's data", () => {
  test("tell of each invitation its id, its person, and that it can be withdrawn", () => {
    const [entry, ...more] = voyagerEntries(answer(view, sent("7530597266228558253"), member));
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ id: "7530597266228558253", name: "Ada Example", withdrawable: true });
    expect(entry?.addresses).toEqual([
      { kind: "vanity", key: "ada-example-1a2b3c" },
      { kind: "urn", key },
    ]);
  });

  test("name the invitee by whichever reference the answer has", () => {
    const dash = {
      $type: "com.linkedin.voyager.dash.relationships.invitation.Invitation",
      entityUrn: "urn:li:fsd_invitation:7530597266228558253",
      "*inviteeMember": member.entityUrn,
    };
    const seen = { entityUrn: "urn:li:fsd_sentInvitationView:7530597266228558253" };
    expect(voyagerEntries(answer(seen, dash, member))[0]).toMatchObject({
      name: "Ada Example",
      withdrawable: true,
    });
    const other = { ...member, entityUrn: "urn:li:fs_miniProfile:other" };
    const both = { ...dash, "*toMember": other.entityUrn };
    expect(voyagerEntries(answer(seen, both, member, other))[0]).toMatchObject({ name: "", addresses: [] });
  });

  test("tell whether a note went with it", () => {
    const noted = (more: object) =>
      voyagerEntries(answer(sent("7530597266228558253", more), member))[0]?.hasNote;
    expect(noted({ customMessage: true })).toBe(true);
    expect(noted({ message: "Hello" })).toBe(true);
    expect(noted({ customMessage: false, message: null })).toBe(false);
  });

  test("name nobody for an e-mail invitee", () => {
    const email = sent("7512481647822363277", { "*toMember": undefined, toMember: null });
    expect(voyagerEntries(answer(email, member))[0]).toMatchObject({ name: "", addresses: [] });
  });

  test.each([
    "",
    "{}",
    '{"included":"nvitation"}',
    '{"included":[null,3,{"$type":"xInvitation"}]}',
    "invitation included",
  ])("are none in %j", (text) => {
    expect(voyagerEntries(text)).toEqual([]);
  });

  test("that were received cannot be withdrawn", () => {
    const received = sent("7530597266228558253", { invitationType: "RECEIVED" });
    expect(voyagerEntries(answer(received, member))[0]?.withdrawable).toBe(false);
  });
});

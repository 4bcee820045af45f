import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAccepting, isIgnoring, isWithdrawal, namesAnother } from "../../../src/linkedin/act/names.ts";
import { entriesIn } from "../../../src/linkedin/list/island.ts";
import { understand } from "../../../src/linkedin/list/list.ts";
import { receivedList, sentList } from "../../../src/linkedin/list/listKind.ts";
import { invitationRows, type Row, readRow } from "../../../src/linkedin/list/row.ts";
import type { RowPart } from "../../../src/linkedin/page/kit.ts";
import { says } from "../../../src/linkedin/words/matcher.ts";
import { day, idSentAt, now } from "../../invitation/sample.ts";
import { control, entryOf, feed, link, shape, text } from "../sample.ts";

const answer = (label: string, words: string): RowPart => ({
  ...control(label, words, feed),
  act: says("ignore", label),
});
const ignoreOf = (name: string) => answer(`Ignore an invitation to connect from ${name}`, "Ignore");
const acceptOf = (name: string) => answer(`Accept ${name}’s invitation`, "Accept");
const profile = (slug: string) => link(`https://www.linkedin.com/in/${slug}/`);

const before = (name: string, slug = "otto") => [
  profile(slug),
  text(name),
  text("Recruiter"),
  text("3 months ago"),
];
const whole = (name: string, slug = "otto") => shape([...before(name, slug), ignoreOf(name), acceptOf(name)]);

function read(...parts: RowPart[]): Row {
  const row = readRow(shape(parts), false, receivedList);
  if (typeof row !== "object") throw new TypeError(`no row but ${row}`);
  return row;
}

describe("a received row", () => {
  test("is read by its one Ignore control, whoever it names, beside Accept", () => {
    expect(readRow(whole("Otto Stranger"), false, receivedList)).toMatchObject({
      name: "Otto Stranger",
      headline: "Recruiter",
      label: "3 months ago",
      profile: "/in/otto",
      control: "Ignore an invitation to connect from Otto Stranger",
      hasNote: false,
      person: true,
      trouble: null,
    });
  });

  test("is the same with Accept first", () => {
    const row = read(...before("Otto"), acceptOf("Otto"), ignoreOf("Otto"));
    expect(row).toMatchObject({ label: "3 months ago", trouble: null, control: ignoreOf("Otto").label });
  });

  test("with a bare Ignore is understood only beside one Accept", () => {
    const bare = answer("Ignore", "Ignore");
    expect(read(...before("Otto"), bare, answer("Accept", "Accept")).trouble).toBeNull();
    expect(read(...before("Otto"), bare).trouble).toContain("stands beside no Accept");
    expect(read(...before("Otto"), bare, acceptOf("Otto"), acceptOf("Otto")).trouble).not.toBeNull();
  });

  test.each([
    ["no Ignore", [acceptOf("Otto")], "no Ignore control was recognised in its row"],
    [
      "neither",
      [answer("Éviter", "Éviter"), answer("Oui", "Oui")],
      "no Ignore control was recognised in its row",
    ],
    [
      "two",
      [ignoreOf("Otto"), ignoreOf("Otto"), acceptOf("Otto")],
      "its row has more than one Ignore control",
    ],
    [
      "another's",
      [ignoreOf("Eve"), acceptOf("Otto")],
      "its row and its Ignore control name different people",
    ],
  ])("with %s is not understood", (_what, controls, trouble) => {
    expect(read(...before("Otto"), ...controls).trouble).toBe(trouble);
  });

  test("has the one text that reads as an age for its age, also before whom one knows in common", () => {
    const known = text("Eve Example and 3 other mutual connections");
    expect(read(...before("Otto"), known, ignoreOf("Otto"))).toMatchObject({
      label: "3 months ago",
      headline: "Recruiter",
    });
    const two = read(...before("Otto"), text("2 years ago"), known, ignoreOf("Otto"));
    expect(two.label).toBe(known.text);
  });

  test("never takes a control that says Accept, whatever the person is called", () => {
    const row = read(...before("Ignora Rossi"), answer("Accept Ignora Rossi’s invitation", "Accept"));
    expect(row.control).toBeNull();
    expect(row.trouble).not.toBeNull();
  });

  test.each(["events/do", "company/acme", "newsletters/weekly", "groups/123", "school/mit"])(
    "that leads to /%s is no person's, also where it leads to somebody besides",
    (path) => {
      expect(
        read(link(`https://www.linkedin.com/${path}/`), ...before("Otto"), ignoreOf("Otto")).person,
      ).toBe(false);
    },
  );

  test("beside people to connect with: those are none", () => {
    const suggestion = shape([
      profile("sol"),
      text("Sol"),
      control("Invite Sol to connect", "Connect", feed),
    ]);
    expect(readRow(suggestion, false, receivedList)).toBe("offer");
    const found = invitationRows([whole("Otto"), { ...suggestion, group: 1 }], receivedList);
    expect(found.rows.map((row) => row.name)).toEqual(["Otto"]);
  });
});

test("with controls in an unknown language none is taken, though one alone might carry the name", () => {
  const odd = shape([...before("Otto"), { ...control("Xyz Otto", "Xyz", feed), act: false }]);
  expect(invitationRows([odd], receivedList).rows[0]?.trouble).toContain("no Ignore control");
  expect(invitationRows([odd], sentList).rows[0]).toMatchObject({ byStructure: true });
});

describe("the received list", () => {
  const clocks = { host: now, site: now };
  const id = idSentAt(now - 90 * day);
  const listed = (entries: Parameters<typeof understand>[1]) =>
    understand([{ ...whole("Otto Stranger"), page: 0 }], entries, clocks, "en", receivedList).listed[0]
      ?.invitation;

  test("gives each invitation its side, its id and its exact age", () => {
    const entry = { ...entryOf(id, "Otto Stranger", "otto"), withdrawable: false };
    expect(listed([entry])).toMatchObject({
      direction: "received",
      id,
      trouble: null,
      age: { atLeast: 90 * day },
    });
  });

  test("believes the page's data where they say that it is about no person", () => {
    const entry = { ...entryOf(id, "Otto Stranger", "otto"), person: false as const };
    expect(listed([entry])?.person).toBe(false);
    expect(listed([])).not.toHaveProperty("person");
  });
});

describe("the page's data", () => {
  const object = (more: object) =>
    JSON.stringify({
      payload: {
        profileUrn: "ACoAATyGJMuHbEL31IeL2HPcHyGcFRl1SPnXNYv",
        inviterVanityName: "otto",
        inviteeVanityName: "ada-sender",
        firstName: "Otto",
        lastName: "Stranger",
        trackingActionType: "INVITATION_MANAGER_IGNORE",
        invitationUrn: { invitationId: "7498810568384856065" },
        ...more,
      },
    });

  test("name the inviter of a received one, not the member who was invited", () => {
    const [entry] = entriesIn(object({ invitationType: 1 }), "received");
    expect(entry?.addresses[0]).toEqual({ kind: "vanity", key: "otto" });
    expect(entry).not.toHaveProperty("person");
    expect(entry?.withdrawable).toBe(false);
  });

  test.each([
    { invitationType: 3 },
    { invitationType: "GenericInvitationType_EVENT" },
    { eventUrn: "urn:li:x:1" },
  ])("say that %j is about no person", (more) => {
    expect(entriesIn(object(more), "received")[0]?.person).toBe(false);
  });
});

const request = (act: string) =>
  `https://www.linkedin.com/flagship-web/rsc-action/actions/server-request?sduiid=com.linkedin.sdui.requests.mynetwork.adda${act}Invitation`;
const post = (url: string, body: object | string = {}) => ({
  method: "POST",
  url,
  body: typeof body === "string" ? body : JSON.stringify(body),
});

describe("a request", () => {
  test.each([
    ["addaIgnoreInvitation", post(request("Ignore")), true, false],
    ["addaAcceptInvitation", post(request("Accept")), false, true],
    ["addaWithdrawInvitation", post(request("Withdraw")), false, false],
    ["action=ignore", post("https://x/voyager/api/relationships/invitations/7?action=ignore"), true, false],
    ["action=accept", post("https://x/voyager/api/relationships/invitations/7?action=accept"), false, true],
    [
      "an enum in a body",
      post("https://x/flagship-web/call", { a: "InviteeActionType_ACCEPT", invitationUrn: {} }),
      false,
      true,
    ],
    [
      "a page of the list",
      post("https://x/rsc-action/actions/pagination?sduiid=ignoreAcceptInvitation"),
      false,
      false,
    ],
    ["telemetry", post("https://x/li/track", { a: "INVITATION_MANAGER_ACCEPT" }), false, false],
    ["consent to cookies", post("https://x/cookies/accept"), false, false],
    ["a page", { method: "GET", url: "https://x/invitations?action=accept", body: null }, false, false],
  ])("%s: whether it ignores, and whether it accepts", (_what, asked, ignores, accepts) => {
    expect([isIgnoring(asked), isAccepting(asked)]).toEqual([ignores, accepts]);
  });

  test("is never two of the three acts at once, by its address", () => {
    fc.assert(
      fc.property(fc.constantFrom("Ignore", "Accept", "Withdraw"), fc.nat(), (act, n) => {
        const asked = post(request(act), { n });
        const kinds = [isWithdrawal(asked), isIgnoring(asked), isAccepting(asked)];
        expect(kinds.filter(Boolean)).toHaveLength(1);
      }),
    );
  });

  test("that names the member who was invited names nobody else; one with another inviter does", () => {
    const meant = understand(
      [{ ...whole("Otto Stranger"), page: 0 }],
      [],
      { host: now, site: now },
      "en",
      receivedList,
    ).listed[0];
    if (meant === undefined) throw new TypeError("no row");
    const names = (body: object) =>
      namesAnother({ request: post(request("Ignore"), body), meant, list: [meant] });
    expect(names({ inviterVanityName: "otto", inviteeVanityName: "ada-sender" })).toBe(false);
    expect(names({ inviterVanityName: "eve" })).toBe(true);
  });
});

test("each list is known by its own address and screen alone", () => {
  const [sent, received] = ["sent/", "received/CONNECTION/"].map(
    (part) => `https://www.linkedin.com/mynetwork/invitation-manager/${part}`,
  );
  expect([sent, received].map((url) => sentList.isAddress(url ?? ""))).toEqual([true, false]);
  expect([sent, received].map((url) => receivedList.isAddress(url ?? ""))).toEqual([false, true]);
  const screens = [
    "mynetwork.invitations.InvitationSentWithType",
    "mynetwork.invitations.InvitationManagerReceived",
  ];
  expect(screens.map(sentList.isScreen)).toEqual([true, false]);
  expect(screens.map(receivedList.isScreen)).toEqual([false, true]);
});

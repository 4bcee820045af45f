import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isWithdrawal, namesAnother } from "../../../src/linkedin/act/names.ts";
import type { Listed } from "../../../src/linkedin/list/list.ts";
import type { Intended } from "../../../src/linkedin/visit/tab.ts";
import { invitation } from "../../invitation/sample.ts";
import { entryOf } from "../sample.ts";

const server =
  "https://www.linkedin.com/flagship-web/rsc-action/actions/server-request?sduiid=com.linkedin.sdui.requests.mynetwork.addaWithdrawInvitation&parentSpanId=SPAN";
const dialog =
  "https://www.linkedin.com/flagship-web/rsc-action/actions/navigate?screen=WithdrawConfirmationDialog";

interface Somebody {
  readonly id: string;
  readonly slug: string;
  readonly key: string;
}

const val: Somebody = {
  id: "7463921673831172191",
  slug: "val-last",
  key: "ACoAAy5oOKVqYX7Enwvq4VNAKjKs1Pawtn3LG8Z",
};
const uma: Somebody = {
  id: "7465733613161318492",
  slug: "uma-replica",
  key: "ACoAAUHKwkflF6XUi5AhuqpfEnbtXAqwK8jZfAL",
};

/** The page's own request, as it is known to be. */
function body({ id, slug, key }: Somebody): unknown {
  return {
    requestId: "com.linkedin.sdui.requests.mynetwork.addaWithdrawInvitation",
    serverRequest: {
      requestedArguments: {
        $type: "proto.sdui.actions.requests.RequestedArguments",
        requestedStateKeys: [
          { key: { value: { $case: "id", id: "guidedFlowNumSentInvites" } }, namespace: "" },
        ],
        payload: {
          inviterActionType: "InviterActionType_WITHDRAW",
          inviteeVanityName: slug,
          firstName: "Val",
          lastName: "Last",
          profileUrn: key,
          queryName: "ProfileMemberRelationshipRefreshById",
          invitationType: "GenericInvitationType_CONNECTION",
          invitationUrn: { invitationId: id },
        },
      },
    },
  };
}

const listed = ({ id, slug, key }: Somebody): Listed => ({
  invitation: { ...invitation(slug, 180), id },
  target: null,
  entry: entryOf(id, "Val Last", slug, key),
  page: 0,
});
/** Somebody of whom only the row is known. */
const byRow = ({ slug }: Somebody): Listed => ({
  invitation: { ...invitation(slug, 180), id: null },
  target: null,
  entry: null,
  page: 0,
});

const post = (what: unknown, url = server): Intended => ({ method: "POST", url, body: JSON.stringify(what) });
const meant = listed(val);
const other = listed(uma);
const names = (request: Intended, of = meant, others: readonly Listed[] = [other]) =>
  namesAnother({ request, meant: of, list: [of, ...others] });

describe("the page's own withdrawal", () => {
  test("of the one who is meant passes", () => {
    expect(names(post(body(val)))).toBe(false);
    expect(names(post(body(val)), byRow(val))).toBe(false);
  });

  test("of anybody else is stopped", () => {
    expect(names(post(body(uma)))).toBe(true);
    expect(names(post(body(uma)), byRow(val))).toBe(true);
  });

  test.each<[string, Somebody]>([
    ["id", { ...val, id: uma.id }],
    ["slug", { ...val, slug: uma.slug }],
    ["member key", { ...val, key: uma.key }],
    ["id of somebody not on the list", { ...val, id: "7463921673831172192" }],
    ["slug of somebody not on the list", { ...val, slug: "nobody-known" }],
    ["key of somebody not on the list", { ...val, key: `${val.key}x` }],
  ])("with another %s is stopped", (_, wrong) => {
    expect(names(post(body(wrong)))).toBe(true);
  });

  test("naming somebody in any spelling of their address is the same", () => {
    expect(names(post({ ...(body(val) as object), inviteeVanityName: "VAL-LAST" }))).toBe(false);
    expect(names(post({ inviteeVanityName: "uma%2Dreplica" }))).toBe(true);
    expect(names(post({ profileUrn: `urn:li:fsd_profile:${uma.key}` }))).toBe(true);
    expect(names(post({ profileUrn: `urn:li:fsd_profile:${val.key}` }))).toBe(false);
  });

  test("that names nobody at all says nothing against it", () => {
    expect(names(post({ requestId: "addaWithdrawInvitation" }))).toBe(false);
  });
});

/** Every other form in which a request of LinkedIn's may name an invitation. */
const forms: Readonly<Record<string, (id: string) => Intended>> = {
  "an id in the body": (id) => post({ invitationUrn: { invitationId: id } }),
  "an id as a number": (id) => ({ method: "POST", url: server, body: `{"invitationId":${id}}` }),
  "an id in a text that is JSON itself": (id) => post({ variables: JSON.stringify({ invitationId: id }) }),
  "a URN in the body": (id) => post({ entityUrn: `urn:li:fs_relInvitation:${id}` }),
  "a URN in the address": (id) =>
    post(
      { invitationType: "CONNECTION" },
      `https://www.linkedin.com/voyager/api/voyagerRelationshipsDashInvitations/urn%3Ali%3Afsd_invitation%3A${id}?action=withdraw`,
    ),
  "a URN in an address with bytes that are no text": (id) =>
    post(
      {},
      `https://www.linkedin.com/voyager/api/voyagerRelationshipsDashInvitations/urn%3Ali%3Afsd_invitation%3A${id}?action=withdraw&t=%E9`,
    ),
  "an id in the address": (id) =>
    post({}, `https://www.linkedin.com/voyager/api/relationships/invitations/${id}?action=withdraw`),
  "a plain URN": (id) =>
    post({ inviteActionType: "WITHDRAW", inviteActionData: [{ entityUrn: `urn:li:invitation:${id}` }] }),
};

describe("a request that carries", () => {
  test.each(Object.entries(forms))("%s passes for the one meant, and for nobody else", (_, form) => {
    fc.assert(
      fc.property(fc.bigInt({ min: 6n * 10n ** 18n, max: 8n * 10n ** 18n }), (bits) => {
        const id = bits.toString();
        expect(names(form(id))).toBe(id !== val.id);
        expect(names(form(id), listed({ ...val, id }))).toBe(false);
      }),
    );
    expect(names(form(uma.id), byRow(val))).toBe(true);
    expect(names(form("7463921673831172192"), byRow(val))).toBe(false);
  });

  test("two of a kind is stopped by the one that is not meant", () => {
    expect(names(post([body(val), body(uma)]))).toBe(true);
    expect(names(post([body(uma), body(val)]))).toBe(true);
  });
});

describe("a person of whom the row alone is known", () => {
  test("is not mistaken for another whose key is known", () => {
    expect(names(post({ profileUrn: uma.key, title: "invitation" }), byRow(val))).toBe(true);
    expect(names(post({ profileUrn: val.key, title: "invitation" }), byRow(val))).toBe(false);
  });
});

describe("requests that are no concern of this", () => {
  test.each<[string, Intended]>([
    [
      "rows being fetched",
      post(body(uma), "https://www.linkedin.com/flagship-web/rsc-action/actions/pagination?sduiid=x"),
    ],
    ["a page being read", { ...post(body(uma)), method: "GET" }],
    [
      "telemetry",
      post({ inviteeVanityName: uma.slug, profileUrn: uma.key }, "https://www.linkedin.com/li/track"),
    ],
  ])("%s", (_, request) => {
    expect(names(request)).toBe(false);
  });

  test("but the fetching of a dialog for somebody else is", () => {
    expect(names(post({ profileUrn: uma.key }, dialog))).toBe(true);
    expect(names(post({ profileUrn: val.key }, dialog))).toBe(false);
  });
});

describe("whether a request is the withdrawal itself", () => {
  test.each<[Intended, boolean]>([
    [post(body(val)), true],
    [{ method: "POST", url: server, body: null }, true],
    [post(body(val), "https://www.linkedin.com/flagship-web/rsc-action/actions/server-request"), true],
    [post({ inviteActionType: "WITHDRAW" }, "https://www.linkedin.com/voyager/api/relationships"), true],
    [post({}, "https://www.linkedin.com/voyager/api/relationships/invitations/1?action=withdraw"), true],
    [post({ profileUrn: val.key }, dialog), false],
    [
      post(
        { screenId: "x.invitations.WithdrawConfirmationDialog" },
        "https://www.linkedin.com/flagship-web/rsc-action/actions/navigate",
      ),
      false,
    ],
    [post(body(val), "https://www.linkedin.com/flagship-web/rsc-action/actions/pagination?sduiid=x"), false],
    [{ ...post(body(val)), method: "GET" }, false],
    [post({}, "https://www.linkedin.com/li/track"), false],
  ])("%j: %s", (request, is) => {
    expect(isWithdrawal(request)).toBe(is);
  });
});

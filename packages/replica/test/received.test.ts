import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs } from "../src/invitation/age.ts";
import { always, on, type Replica, type ReplicaMember, startReplica } from "../src/replica.ts";
import { ada, idsIn, noon, type Visit, visit } from "./visit.ts";

let replica: Replica;
let member: ReplicaMember;
let browser: Visit;

const people = Array.from({ length: 12 }, (_, n) => ({
  name: `Otto Stranger ${n}`,
  slug: `otto-${n}`,
  ageMs: (n + 1) * 3 * dayMs,
}));
const gathering = { name: "Annual Gathering", slug: "gathering", kind: "event", ageMs: 16 * dayMs } as const;

beforeEach(async () => {
  replica = await startReplica({ now: () => noon });
  member = replica.addMember({ ...ada, received: [...people, gathering] });
  browser = visit(replica, member.mintSession());
});
afterEach(() => replica.close());

const receivedPath = "/mynetwork/invitation-manager/received/";
const actions = "/flagship-web/rsc-action/actions";
const html = async (path = receivedPath) => (await browser.page(path)).text();
const idOf = (name: string) => member.received.pending().find((i) => i.name === name)?.id ?? "";

function answer(act: "Ignore" | "Accept", invitationId: string, type = "CONNECTION") {
  const requestId = `com.linkedin.sdui.requests.mynetwork.adda${act}Invitation`;
  const payload = {
    inviteeActionType: `InviteeActionType_${act.toUpperCase()}`,
    invitationType: `GenericInvitationType_${type}`,
    invitationUrn: { invitationId },
  };
  return browser.post(`${actions}/server-request?sduiid=${requestId}`, {
    requestId,
    serverRequest: { requestId, requestedArguments: { payload } },
  });
}
const names = () => member.received.pending().map(({ name }) => name);

describe("the Received tab", () => {
  it("has ten rows with bare ages, and their ids in its data, which tell the time", async () => {
    const page = await html();
    const shown = idsIn(page);
    expect(page.match(/role="listitem"/g)).toHaveLength(10);
    expect(new Set(shown)).toEqual(
      new Set(
        member.received
          .pending()
          .slice(0, 10)
          .map(({ id }) => id),
      ),
    );
    expect(Number(BigInt(shown[0] ?? "0") >> 22n)).toBe(noon - 3 * dayMs);
    expect(page).toContain("<span>3 days ago</span>");
    expect(page).not.toContain("Sent 3 days ago");
    expect(page).toContain("INVITATION_MANAGER_IGNORE");
  });

  it("counts persons only, whose own list leaves the others out", async () => {
    expect(await html()).toContain(">People (12)<");
    expect(await html()).toContain("/events/gathering/");
    expect(await html()).toContain("/received/CONNECTION/");
    expect(await html(`${receivedPath}CONNECTION/`)).not.toContain("Annual Gathering");
  });

  it("brings the rest in further pages, and then an end without ids", async () => {
    const more = async (invitationStartIndex: number) => {
      const path = `${actions}/pagination?sduiid=com.linkedin.sdui.pagers.mynetwork.scribeReceivedInvitationManagerList`;
      return (await browser.post(path, { clientArguments: { payload: { invitationStartIndex } } })).text();
    };
    const rest = member.received.pending().slice(10);
    expect(new Set(idsIn(await more(10)))).toEqual(new Set(rest.map(({ id }) => id)));
    expect(idsIn(await more(20))).toEqual([]);
  });

  it("has links for controls, or buttons, as a test asks", async () => {
    expect(await html()).toMatch(/<a [^>]*aria-label="Ignore an invitation to connect from Otto Stranger 0"/);
    member.faults.receivedControls = "buttons";
    expect(await html()).toMatch(/<button [^>]*aria-label="Accept Otto Stranger 0’s invitation"/);
  });

  it("speaks the member's language", async () => {
    member.faults.language = "ja";
    expect(await html()).toContain("<span>3日前</span>");
    expect(await html()).toContain("Otto Stranger 0さんからのつながり申請を無視");
  });

  it("shows no ids where a fault hides them", async () => {
    member.faults.noIds = true;
    expect(idsIn(await html())).toEqual([]);
  });
});

it("fills an empty Received tab with people to connect with", async () => {
  for (const { id } of member.received.pending()) member.received.takeBack(id);
  const page = await html();
  expect(page).toContain("Invite Sol Passing to connect");
  expect(page).not.toContain('aria-label="Ignore');
});

describe("ignoring", () => {
  it("takes the invitation away, and the sender's side is not touched", async () => {
    expect(await (await answer("Ignore", idOf("Otto Stranger 0"))).text()).toContain("Invitation ignored");
    expect(member.received.ignored().map(({ name }) => name)).toEqual(["Otto Stranger 0"]);
    expect(await html()).toContain(">People (11)<");
    expect(replica.journal.ignores()).toMatchObject([{ outcome: "ignored" }]);
  });

  it("is a violation unless the test allows it; accepting is one all the same", async () => {
    await answer("Ignore", idOf("Otto Stranger 0"));
    expect(replica.journal.violations()).toMatchObject([{ kind: "ignore" }]);
    expect(replica.journal.violations("ada-sender", { ignore: true })).toEqual([]);
    await answer("Accept", idOf("Otto Stranger 1"));
    expect(member.received.accepted()).toHaveLength(1);
    expect(replica.journal.violations("ada-sender", { ignore: true })).toMatchObject([{ kind: "accept" }]);
  });

  it.each([
    ["failed-200", 200, 13],
    ["500", 500, 13],
    ["challenge", 302, 13],
    ["not-really", 200, 13],
    ["gone-no-pill", 200, 12],
  ] as const)("with %s answers %d and leaves %d", async (fault, status, left) => {
    member.faults.ignore = [always(fault)];
    expect((await answer("Ignore", idOf("Otto Stranger 0"))).status).toBe(status);
    expect(names()).toHaveLength(left);
  });

  it("can fail at a later one only", async () => {
    member.faults.ignore = [on(2, "500")];
    expect((await answer("Ignore", idOf("Otto Stranger 0"))).status).toBe(200);
    expect((await answer("Ignore", idOf("Otto Stranger 1"))).status).toBe(500);
  });

  it("is refused for a kind that the invitation is not, and says so for one that is gone", async () => {
    expect((await answer("Ignore", idOf("Annual Gathering"))).status).toBe(400);
    expect((await answer("Ignore", idOf("Annual Gathering"), "EVENT")).status).toBe(200);
    expect(await (await answer("Ignore", "123")).text()).toContain("Something went wrong");
  });

  it("lets the People counter fall for a person, not for an event", async () => {
    const told = async (response: Response) => JSON.parse((await response.text()).split("\nf:")[1] ?? "");
    const id = idOf("Annual Gathering");
    expect(await told(await answer("Ignore", id, "EVENT"))).toMatchObject({ fallsBy: 0 });
    expect(await told(await answer("Ignore", idOf("Otto Stranger 0")))).toMatchObject({ fallsBy: 1 });
  });

  it("is undone by a reset", async () => {
    await answer("Ignore", idOf("Otto Stranger 0"));
    member.reset();
    expect(names()).toHaveLength(13);
    expect(member.received.ignored()).toEqual([]);
  });
});

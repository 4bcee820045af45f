import { afterEach, beforeEach, expect, it } from "vitest";
import { dayMs, hourMs } from "../src/invitation/age.ts";
import { type InvitationKind, type Replica, type ReplicaMember, startReplica } from "../src/replica.ts";
import {
  ada,
  dialogOf,
  dialogPath,
  noon,
  pendingAt,
  type Visit,
  visit,
  withdrawalOf,
  withdrawPath,
} from "./visit.ts";

let replica: Replica;
let member: ReplicaMember;
let browser: Visit;

const linked = [
  ["company", "/company/"],
  ["school", "/school/"],
  ["group", "/groups/"],
  ["event", "/events/"],
  ["newsletter", "/newsletters/"],
  ["sales-lead", "/sales/lead/"],
] as const satisfies readonly (readonly [InvitationKind, string])[];

beforeEach(async () => {
  replica = await startReplica({ now: () => noon });
  member = replica.addMember({
    ...ada,
    invitations: [
      ...linked.map(([kind], n) => ({ name: `Some ${kind}`, slug: `some-${kind}`, kind, ageMs: n * hourMs })),
      { name: "guest@sample.example", slug: null, ageMs: 2 * dayMs },
      { name: "LinkedIn Member", slug: null, ageMs: 3 * dayMs },
    ],
  });
  browser = visit(replica, member.mintSession());
});
afterEach(() => replica.close());

/** The objects of the page's data with an invitation's payload, by the id. */
async function payloads(): Promise<Map<string, Record<string, unknown>>> {
  const page = await (await browser.page()).text();
  const text = [...page.matchAll(/__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)]
    .map((match) => JSON.parse(match[1] ?? '""'))
    .join("");
  const found = [...text.matchAll(/"payload": (\{.*?"invitationUrn": \{"invitationId": "(\d+)"\}\})/g)];
  return new Map(found.map((match) => [match[2] ?? "", JSON.parse(match[1] ?? "{}")]));
}

it.each(linked)("a row for a %s links to %s", async (kind, path) => {
  const page = await (await browser.page()).text();
  expect(page).toContain(`${path}some-${kind}/`);
  expect(page).toContain(`Withdraw invitation sent to Some ${kind}`);
});

it("names a page, an event or a group in the data by a reference that is no member's", async () => {
  const data = await payloads();
  const event = data.get(member.find(({ kind }) => kind === "event")?.id ?? "");
  expect(event).toMatchObject({ invitationType: 3, inviteeVanityName: "" });
  expect(String(event?.["eventUrn"])).toMatch(/^urn:li:fsd_professionalEvent:\d+$/);
  expect(event).not.toHaveProperty("profileUrn");
});

it("names a contact by e-mail by the address, without a link and without a member", async () => {
  const page = await (await browser.page()).text();
  const contact = (await payloads()).get(pendingAt(member, 6).id);
  expect(page).toContain("Withdraw invitation sent to guest@sample.example");
  expect(contact).toMatchObject({ toMember: null, invitee: { email: "guest@sample.example" } });
  expect(contact).not.toHaveProperty("profileUrn");
  expect(page.match(/href="[^"]*\/in\/[^"]*"/g)).toHaveLength(1);
});

it("names a member who left in the language of the page", async () => {
  expect(await (await browser.page()).text()).toContain("Withdraw invitation sent to LinkedIn Member");
  member.faults.language = "de";
  expect(await (await browser.page()).text()).toContain("Einladung an LinkedIn Mitglied zurückziehen");
});

it("withdraws them as the page's own request does, and no other type than theirs", async () => {
  for (const invitation of member.pending()) {
    const dialog = await (await browser.post(dialogPath, dialogOf(invitation.profileUrn))).text();
    const line = dialog.split("\n").find((part) => part.startsWith("f:")) ?? "f:{}";
    const { request } = JSON.parse(line.slice(2));
    expect((await browser.post(withdrawPath, request)).status).toBe(200);
  }
  expect(member.withdrawn()).toHaveLength(8);
  member.reset();
  const company = pendingAt(member, 0);
  const wrong = await browser.post(withdrawPath, withdrawalOf(company.id, company.vanityInData));
  expect(wrong.status).toBe(400);
});

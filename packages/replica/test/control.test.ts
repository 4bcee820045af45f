import { afterEach, beforeEach, expect, it } from "vitest";
import { type Replica, type ReplicaMember, startReplica } from "../src/replica.ts";
import { ada, noon, pendingAt, visit } from "./visit.ts";

let replica: Replica;
let member: ReplicaMember;

beforeEach(async () => {
  replica = await startReplica({ now: () => noon });
  member = replica.addMember({ ...ada, invitations: [{ name: "<i>Bo", slug: "bo", ageMs: 60_000 }] });
});
afterEach(() => replica.close());

const press = (action: string, form: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  fetch(`${replica.origin}/replica/members/ada-sender/${action}`, {
    method: "POST",
    redirect: "manual",
    headers,
    body: new URLSearchParams(form),
  });
const page = async () => (await fetch(`${replica.origin}/replica`)).text();

it("shows members, their invitations and what was withdrawn when", async () => {
  expect(await page()).toContain("&lt;i&gt;Bo");
  member.withdraw(pendingAt(member, 0).id);
  expect(await page()).toContain("<time>2026-11-23 12:00:00</time>");
  expect(await page()).toContain("0 pending");
});

it("shows the journal, and is not in it", async () => {
  await visit(replica, member.mintSession()).page();
  expect(await page()).toContain("GET /mynetwork/invitation-manager/sent/");
  expect(replica.journal.entries).toHaveLength(1);
});

it("resets a member", async () => {
  member.withdraw(pendingAt(member, 0).id);
  expect((await press("reset")).status).toBe(303);
  expect(member.pendingCount).toBe(1);
});

it("lets a person accept", async () => {
  const { id } = pendingAt(member, 0);
  await press("accept", { id });
  expect(member.accepted().map((accepted) => accepted.id)).toEqual([id]);
});

it("switches faults, and shows what is set", async () => {
  await press("faults", {
    withdraw: "challenge",
    withdrawFrom: "3",
    withdrawTimes: "1",
    hydrationMs: "400",
    dialogDelayMs: "50",
    pill: "1.2K",
    noIds: "on",
    noIdentity: "on",
    messaging: "covering",
  });
  expect(member.faults).toMatchObject({
    withdraw: [{ fault: "challenge", from: 3, times: 1 }],
    dialog: [{ fault: { delayMs: 50 } }],
    hydrationMs: 400,
    pill: { text: "1.2K" },
    noIds: true,
    identity: "none",
    messaging: "covering",
  });
  expect(await page()).toContain('<option value="challenge" selected>');
});

it("switches the language, dead controls and how ignoring fails, and takes them back", async () => {
  await press("faults", {
    language: "pt-BR",
    deadControls: "bo  other-one",
    ignore: "never",
    receivedControls: "buttons",
    limitBanner: "on",
  });
  expect(member.faults).toMatchObject({
    language: "pt-BR",
    deadControls: ["bo", "other-one"],
    ignore: [{ fault: "never" }],
    receivedControls: "buttons",
    limitBanner: true,
  });
  expect(await page()).toContain('<option value="pt-BR" selected>');
  await press("faults");
  expect(member.faults).toMatchObject({ language: null, deadControls: [], ignore: [], limitBanner: false });
});

it("shows received invitations and what became of them", async () => {
  const [first] = member.received.pending();
  member.received.ignore(first?.id ?? "");
  const shown = await page();
  expect(shown).toContain("Received (2)");
  expect(shown).toMatch(
    /Otto Stranger<\/td><td>person<\/td><td><time>2026-11-21[^<]*<\/time><\/td><td>ignored/,
  );
});

it("shows the member's layout and switches it", async () => {
  expect(await page()).toContain("Sees layout V6.");
  await press("faults", { layout: "V3b", loading: "both", island: "on" });
  expect(member.faults).toMatchObject({ layout: "V3b", loading: "both", island: true });
  expect(await page()).toContain("Sees layout V3b.");
  expect(await page()).toContain('<option value="V3b" selected>');
  expect(await (await visit(replica, member.mintSession()).page()).text()).toContain("invitation-card");
  await press("faults");
  expect(await page()).toContain("Sees layout V6.");
});

it("hands out a session to paste into Lapse", async () => {
  const text = (await (await press("session")).text()).replaceAll("&quot;", '"').replaceAll("&#39;", "'");
  const session = JSON.parse(/<textarea[^>]*>([^<]*)/.exec(text)?.[1] ?? "");
  expect(session.member).toBe("/in/ada-sender");
  expect((await visit(replica, session).page()).status).toBe(200);
});

it("does not obey another site that is open in the same browser", async () => {
  expect((await press("reset", {}, { "sec-fetch-site": "cross-site" })).status).toBe(403);
});

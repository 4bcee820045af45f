import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs } from "../src/invitation/age.ts";
import { type Replica, type ReplicaMember, startReplica } from "../src/replica.ts";
import { ada, idsIn, noon, pendingAt, type Visit, visit } from "./visit.ts";

let replica: Replica;
let member: ReplicaMember;
let browser: Visit;

beforeEach(async () => {
  replica = await startReplica({ now: () => noon });
  member = replica.addMember({
    ...ada,
    invitations: [
      { name: "Bo Sample", slug: "bo-sample", ageMs: dayMs },
      { name: "Dana Mock", slug: "dana-old", vanityInData: "dana-new", ageMs: 2 * dayMs },
    ],
    people: [{ name: "Mia Friend", slug: "mia-friend", connected: true }],
  });
  browser = visit(replica, member.mintSession());
});
afterEach(() => replica.close());

const profile = async (slug: string) => (await browser.page(`/in/${slug}/`)).text();
const pendingControls = (page: string) =>
  [...page.matchAll(/<a [^>]*aria-label="(Pending[^"]*)"/g)].map((match) => match[1]);

describe("a profile page", () => {
  it("has the name as its heading and Pending twice for somebody with a pending invitation", async () => {
    const page = await profile("bo-sample");
    expect(page).toContain("<h1>Bo Sample</h1>");
    const label = "Pending, click to withdraw invitation sent to Bo Sample";
    expect(pendingControls(page)).toEqual([label, label]);
  });

  it("has the person's slug, reference and invitation in its data, and no other invitation", async () => {
    const { id, profileUrn } = pendingAt(member, 0);
    const page = await profile("bo-sample");
    expect(page).toContain('\\"publicIdentifier\\": \\"bo-sample\\"');
    expect(page).toContain(profileUrn);
    expect(idsIn(page)).toEqual([id]);
    member.faults.noIds = true;
    expect(idsIn(await profile("bo-sample"))).toEqual([]);
  });

  it("has other people's Connect beside the person's own control", async () => {
    const page = await profile("bo-sample");
    expect(page.match(/aria-label="Invite (Sol Passing|Tess Nearby) to connect"/g)).toHaveLength(4);
    expect(page).not.toContain("Invite Bo Sample to connect");
    expect(page).toContain("People also viewed");
  });

  it("has Connect for somebody without an invitation, and Message only for a connection", async () => {
    member.withdraw(pendingAt(member, 0).id);
    const withdrawn = await profile("bo-sample");
    expect(withdrawn).toContain("Invite Bo Sample to connect");
    expect(pendingControls(withdrawn)).toEqual([]);
    const friend = await profile("mia-friend");
    expect(friend).toContain('aria-label="Message Mia Friend"');
    expect(friend).not.toContain("Invite Mia Friend");
  });

  it("has Message only for somebody who accepted", async () => {
    member.accept(pendingAt(member, 0).id);
    const page = await profile("bo-sample");
    expect(pendingControls(page)).toEqual([]);
    expect(page).toContain('aria-label="Message Bo Sample"');
    expect(page).not.toContain("Invite Bo Sample");
  });

  it("is found by the old slug of a renamed person and by the new one", async () => {
    expect(await profile("dana-old")).toContain("<h1>Dana Mock</h1>");
    expect(await profile("dana-new")).toContain('\\"publicIdentifier\\": \\"dana-new\\"');
  });

  it("is the member's own without any control, and nobody's for an unknown slug", async () => {
    const own = await profile("ada-sender");
    expect(own).toContain("<h1>Ada Sender</h1>");
    expect(own).not.toContain('aria-label="Message');
    const response = await browser.page("/in/nobody-at-all/");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("This page doesn’t exist");
  });

  it.each([
    ["fr", "En attente"],
    ["sv", "Obesvarad"],
    ["ja", "承認待ち"],
    ["he", "בהמתנה"],
  ] as const)("says Pending in %s as %s", async (language, word) => {
    member.faults.language = language;
    const page = await profile("bo-sample");
    expect(page.split(`>${word}<`)).toHaveLength(3);
  });
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs } from "../src/invitation/age.ts";
import {
  type InvitationKind,
  type LayoutName,
  layoutNames,
  type Replica,
  type ReplicaMember,
  startReplica,
} from "../src/replica.ts";
import { ada, noon, pendingAt, sentPath, type Visit, visit } from "./visit.ts";

let replica: Replica;
let member: ReplicaMember;
let browser: Visit;

beforeEach(async () => {
  replica = await startReplica({ now: () => noon });
  member = replica.addMember({ ...ada, generated: { count: 12 } });
  browser = visit(replica, member.mintSession());
});
afterEach(() => replica.close());

const html = async (path = sentPath) => (await browser.page(path)).text();
const everyLayout = layoutNames.map((layout) => ({ layout }));
const known = everyLayout.filter(({ layout }) => layout !== "V2");

describe.each(known)("a page of $layout", ({ layout }) => {
  beforeEach(() => {
    member.faults.layout = layout;
  });

  it("says who is signed in, unless a fault takes it away", async () => {
    expect(await html()).toMatch(/href="[^"]*\/in\/ada-sender\/"/);
    member.faults.identity = "none";
    expect(await html()).not.toContain("/in/ada-sender");
  });

  it("prints the counter as the faults say", async () => {
    expect(await html()).toContain("People (12)");
    member.faults.pill = { number: 1100 };
    expect(await html()).toContain("People (1,100)");
    member.faults.pill = "missing";
    expect(await html()).not.toContain(">People (");
  });

  it("has an empty list with people to connect with, and others' invitations on the Received tab", async () => {
    for (const { id } of member.pending()) member.accept(id);
    expect(await html()).toContain("Invite Sol Passing to connect");
    expect(await html("/mynetwork/invitation-manager/received/")).toContain(
      "Accept Otto Stranger’s invitation",
    );
  });

  it("speaks the member's language", async () => {
    member.faults.language = "fr";
    const page = await html();
    expect(page).toContain('<html lang="fr"');
    expect(page).toContain(`Retirer l’invitation envoyée à ${pendingAt(member, 0).name}`);
  });

  it("shows what may lie over it", async () => {
    Object.assign(member.faults, { cookieBanner: true, messaging: "covering", leftoverDialog: "on-load" });
    const page = await html();
    for (const seen of ["This site uses cookies.", 'aria-label="Messaging"', "weekly invitation limit"])
      expect(page).toContain(seen);
  });

  it("prints rows that are no persons, and what people wrote as text only", async () => {
    const kinds: InvitationKind[] = ["company", "event", "newsletter", "sales-lead"];
    const mixed = replica.addMember({
      ...ada,
      slug: "mixed",
      layout,
      invitations: [
        { name: "<b>Bo", slug: "bo", ageMs: dayMs, note: "</script><script>alert(1)</script>" },
        { name: "bo@example.test", slug: null, ageMs: 2 * dayMs },
        { name: "LinkedIn Member", slug: null, ageMs: 3 * dayMs },
        ...kinds.map((kind) => ({ name: `A ${kind}`, slug: `a-${kind}`, ageMs: 4 * dayMs, kind })),
      ],
    });
    browser = visit(replica, mixed.mintSession());
    const page = await html();
    for (const name of ["&lt;b&gt;Bo", "bo@example.test", "LinkedIn Member", "A company", "A sales-lead"])
      expect(page).toContain(name);
    expect(page).not.toMatch(/<b>|<script>alert/);
  });

  it("has the script of the mutations before everything else in its head", async () => {
    expect(await html()).not.toContain("replicaMutations");
    member.faults.mutations = [{ selector: "main", change: "rename-tag" }];
    expect(await html()).toMatch(/<head><script>const replicaMutations=/);
  });
});

describe("the choice of the layout", () => {
  const shown: Readonly<Record<LayoutName, RegExp>> = {
    V6: /<main id="workspace"(?![\s\S]*data-view-name)/,
    "V5-button": /<button type="button" data-view-name="sent-invitations-withdraw-single"/,
    "V5-anchor": /<a href="[^"]*" data-view-name="sent-invitations-withdraw-single"/,
    "V5-V6": /<main id="workspace"[\s\S]*<button [^>]*data-view-name="sent-invitations-withdraw-single"/,
    V4: /<main(?![\s\S]*(role="listitem"|data-view-name))/,
    V3b: /invitation-card__tvm-title(?![\s\S]*<main)/,
    V2: /mn-list-toolbar/,
  };

  it.each(everyLayout)("is the spec's, $layout", async ({ layout }) => {
    const other = replica.addMember({ ...ada, slug: "other", layout, generated: { count: 3 } });
    expect(await (await visit(replica, other.mintSession()).page()).text()).toMatch(shown[layout]);
    expect(await html()).toMatch(shown.V6);
  });

  it("is the replica's where the spec names none, and a fault's before both", async () => {
    const older = await startReplica({ layout: "V4" });
    try {
      const eve = older.addMember({ ...ada, generated: { count: 3 } });
      const page = async () => (await visit(older, eve.mintSession()).page()).text();
      expect(await page()).toMatch(shown.V4);
      eve.faults.layout = "V3b";
      expect(await page()).toMatch(shown.V3b);
      eve.clearFaults();
      expect(await page()).toMatch(shown.V4);
    } finally {
      await older.close();
    }
  });
});

import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { demoMembers } from "../src/demo.ts";
import { dayMs, hourMs } from "../src/invitation/age.ts";
import { startReplica } from "../src/replica.ts";
import { ada, noon, pendingAt, visit } from "./visit.ts";

describe("the demo's members", () => {
  const [first, second] = demoMembers(noon).map(({ invitations = [] }) =>
    invitations.map((invitation) => ({ ...invitation, ageMs: noon - (invitation.sentAt ?? 0) })),
  );

  it("are one with 23 pending of which 7 are older than 30 days, and one with 5 of which none is", () => {
    const old = (rows: typeof first = []) => rows.filter(({ ageMs }) => ageMs > 30 * dayMs).length;
    expect([first?.length, old(first), second?.length, old(second)]).toEqual([23, 7, 5, 0]);
  });

  it("have no invitation within 12 hours of the edge", () => {
    const edges = [...(first ?? []), ...(second ?? [])].map(({ ageMs }) => Math.abs(ageMs - 30 * dayMs));
    expect(Math.min(...edges)).toBeGreaterThan(12 * hourMs);
  });

  it("hold the traps: two people of one name, a member without a link, ages in headlines and notes", () => {
    expect(first?.filter(({ name }) => name === "Jon Same").map(({ slug }) => slug)).toEqual([
      "jon-same-1",
      "jon-same-2",
    ]);
    const gone = first?.find(({ slug }) => slug === null);
    expect(gone).toMatchObject({ name: "LinkedIn Member" });
    expect(gone?.ageMs).toBeLessThan(30 * dayMs);
    expect(first?.some(({ headline }) => headline?.includes("10 years ago"))).toBe(true);
    expect(first?.some(({ note }) => note?.includes("months ago"))).toBe(true);
  });
});

describe("a demo that is started again", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "replica-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it("goes on where it was: the list, what was withdrawn, and who is signed in", async () => {
    const dataFile = join(folder, "replica.json");
    const before = await startReplica({ now: () => noon, dataFile });
    const was = before.addMember({ ...ada, generated: { count: 5 } });
    const session = was.mintSession();
    const { id } = pendingAt(was, 4);
    was.withdraw(id);
    const [first] = was.received.pending();
    was.received.ignore(first?.id ?? "");
    await before.close();

    const after = await startReplica({ now: () => noon + hourMs, dataFile });
    try {
      const is = after.addMember({ ...ada, generated: { count: 5 } });
      expect(is.pending()).toEqual(was.pending());
      expect(is.withdrawn()).toMatchObject([{ id, withdrawnAt: noon }]);
      expect(is.received.state()).toEqual(was.received.state());
      expect((await visit(after, session).page()).status).toBe(200);
      expect(is.mintSession().cookies).not.toEqual(session.cookies);
    } finally {
      await after.close();
    }
  });

  it("has on disk whatever it has done, also when it is killed in the same tick", async () => {
    const dataFile = join(folder, "replica.json");
    const replica = await startReplica({ now: () => noon, dataFile });
    const was = replica.addMember({ ...ada, generated: { count: 5 } });
    const onDisk = () => JSON.parse(readFileSync(dataFile, "utf8")).members[0];
    was.mintSession();
    expect(onDisk().sessions).toHaveLength(1);
    const [withdrawn, accepted] = [pendingAt(was, 4).id, pendingAt(was, 3).id];
    was.withdraw(withdrawn);
    expect(onDisk()).toMatchObject({ pending: { length: 4 }, withdrawn: [{ id: withdrawn }] });
    was.accept(accepted);
    expect(onDisk()).toMatchObject({ pending: { length: 3 }, accepted: [{ id: accepted }] });
    was.received.ignore(was.received.pending()[0]?.id ?? "");
    expect(onDisk().received).toEqual(was.received.state());
    await replica.close();
  });

  it("keeps who is not back yet when another changes", async () => {
    const dataFile = join(folder, "replica.json");
    const before = await startReplica({ now: () => noon, dataFile });
    const ben = { ...ada, slug: "ben-sender", name: "Ben Sender" };
    const [first, second] = [ada, ben].map((one) => before.addMember({ ...one, generated: { count: 5 } }));
    second?.withdraw(pendingAt(second, 4).id);
    await before.close();

    const between = await startReplica({ now: () => noon, dataFile });
    between.addMember({ ...ada, generated: { count: 5 } }).mintSession();
    await between.close();

    const after = await startReplica({ now: () => noon, dataFile });
    expect(after.addMember({ ...ben, generated: { count: 5 } }).pending()).toEqual(second?.pending());
    expect(first?.pending()).toHaveLength(5);
    await after.close();
  });

  it("refuses a file that it does not understand", async () => {
    const dataFile = join(folder, "replica.json");
    await writeFile(dataFile, '{"version":99,"members":[]}');
    await expect(startReplica({ dataFile })).rejects.toThrow("another version");
  });
});

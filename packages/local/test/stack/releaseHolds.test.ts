import { join } from "node:path";
import { expect, test } from "vitest";
import { newFolder } from "../support/folders.ts";
import { adaEmail, dataWithAda, use } from "../support/served.ts";

test("what a stack that is gone was at may be taken at once, and stays known as begun; what nobody took does not", async () => {
  const data = join(newFolder(), "lapse");
  await dataWithAda(data, "http://127.0.0.1:9");
  const id = await use(data, async ({ adapters: { members, errands, leaseOf, now } }) => {
    const member = await members.findByEmail(adaEmail);
    if (member === null) throw new Error("Ada is no member");
    for (const kind of ["look", "withdraw"] as const)
      await errands.begin(member.id, { kind, about: "", runId: kind, askedAt: now() });
    expect(await errands.take(member.id, "withdraw")).toBe(true);
    expect(await leaseOf(member.id).acquire("r1", 60_000)).toBe(true);
    return member.id;
  });
  await use(data, async ({ adapters: { errands, leaseOf } }) => {
    expect(await errands.list(id)).toMatchObject([
      { kind: "look", takenAt: null },
      { kind: "withdraw", takenAt: 0 },
    ]);
    expect(await errands.take(id, "withdraw")).toBe(true);
    expect(await leaseOf(id).acquire("r2", 60_000)).toBe(true);
  });
});

import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { MemberRecordError } from "@lapse/core/errors";
import { defaultPolicy } from "@lapse/core/policy/defaults";
import { expect, test } from "vitest";
import { everyMember } from "../../src/store/everyMember.ts";
import { memberItem } from "../../src/store/memberItem.ts";
import { members } from "../../src/store/members.ts";
import { testDatabase } from "../support/database.ts";
import { aMember, connected, monday } from "../support/member.ts";

const database = testDatabase();

test("a member is found again by id and by address, in whatever case it is typed", async () => {
  const all = members(await database.table());
  const ada = aMember("ada");
  expect(await all.add(ada)).toBe(true);
  expect(await all.get("ada")).toEqual(ada);
  expect(await all.findByEmail("ADA@Example.ORG")).toEqual(ada);
  expect(await all.get("bob")).toBeNull();
  expect(await all.findByEmail("bob@example.org")).toBeNull();
});

test("an address makes one member, however many sign up with it at once, and the first one's policy stays", async () => {
  const all = members(await database.table());
  const asked = await Promise.all(
    Array.from({ length: 8 }, (_, i) => all.add(aMember(`id-${i}`, { email: "ada@example.org" }))),
  );
  expect(asked.filter((added) => added)).toHaveLength(1);
  const first = await all.findByEmail("ada@example.org");
  const strict = { ...defaultPolicy, perDay: 50 };
  expect(await all.add(aMember("late", { email: "ada@example.org", policy: strict }))).toBe(false);
  expect(await all.findByEmail("ada@example.org")).toEqual(first);
});

test("a sign-up that died between its two writes is finished by the next one", async () => {
  const table = await database.table();
  const all = members(table);
  const ada = aMember("ada");
  let writes = 0;
  const send = table.client.send.bind(table.client) as (command: unknown) => Promise<unknown>;
  const dying = {
    send: (command: unknown) => {
      if (command instanceof PutCommand && ++writes === 2) return Promise.reject(new Error("power cut"));
      return send(command);
    },
  } as unknown as typeof table.client;
  await expect(members({ ...table, client: dying }).add(ada)).rejects.toThrow("power cut");
  expect(await all.findByEmail(ada.email)).toBeNull();
  expect(await all.add(aMember("other", { email: ada.email }))).toBe(true);
  expect(await all.findByEmail(ada.email)).toMatchObject({ id: "ada", email: ada.email });
});

test("a record that cannot be what we wrote stops that member only", async () => {
  const table = await database.table();
  const all = members(table);
  for (const id of ["ada", "bob", "cy"]) await all.add(aMember(id));
  const Item = { ...memberItem(aMember("bob")), policy: { ...defaultPolicy, perDay: 5_000 } };
  await table.client.send(new PutCommand({ TableName: table.name, Item }));
  await expect(all.get("bob")).rejects.toThrow(MemberRecordError);
  const readable: string[] = [];
  const faults: string[] = [];
  for await (const listed of everyMember(table)) {
    if (listed.ok) readable.push(listed.member.id);
    else faults.push(listed.memberId);
  }
  expect(readable.sort()).toEqual(["ada", "cy"]);
  expect(faults).toEqual(["bob"]);
});

test("a member's policy, mail and digest slot change alone, and nobody is made by changing one", async () => {
  const all = members(await database.table());
  const ada = aMember("ada");
  await all.add(ada);
  const policy = { ...defaultPolicy, paused: true };
  expect(await all.changePolicy("ada", () => policy)).toEqual(policy);
  expect(await all.setMail("ada", "off")).toBe(true);
  expect(await all.setLastDigestSlot("ada", monday)).toBe(true);
  expect(await all.get("ada")).toEqual({ ...ada, policy, mail: "off", lastDigestSlot: monday });
  expect(await all.changePolicy("ghost", () => policy)).toBeNull();
  expect(await all.get("ghost")).toBeNull();
});

test("mails end with a reason once, and the member's own word takes it away", async () => {
  const all = members(await database.table());
  await all.add(aMember("ada"));
  expect(await all.stopMail("ada", "bounced")).toBe(true);
  expect(await all.stopMail("ada", "complained")).toBe(false);
  expect(await all.get("ada")).toMatchObject({ mail: "off", mailOff: "bounced" });
  for (const mail of ["off", "on"] as const) {
    expect(await all.setMail("ada", mail)).toBe(true);
    expect(await all.get("ada")).toMatchObject({ mail, mailOff: null });
  }
  expect(await all.stopMail("ghost", "bounced")).toBe(false);
  expect(await all.get("ghost")).toBeNull();
});

test("a session that ends late neither retires nor postpones the one that was connected meanwhile", async () => {
  const all = members(await database.table());
  await all.add(aMember("ada"));
  await all.sessionSealed("ada", "v1", connected(monday));
  await all.sessionSealed("ada", "v2", connected(monday + 1));
  expect(await all.sessionRetired("ada", "v1")).toBe(false);
  expect(await all.finishSweep("ada", "v1", monday + 86_400_000)).toBe(false);
  expect(await all.get("ada")).toMatchObject({ session: "sealed", nextSweepAt: monday + 1 });
  expect(await all.sessionRetired("ada", "v2")).toBe(true);
  expect(await all.finishSweep("ada", "v2", monday + 86_400_000)).toBe(false);
  expect(await all.get("ada")).toMatchObject({ session: "out-of-use" });
});

test("twenty keeps that are made in the same instant are all kept, and a pause among them counts", async () => {
  const waits: number[] = [];
  const all = members(await database.table(), async (attempt) => void waits.push(attempt));
  await all.add(aMember("ada"));
  const links = Array.from({ length: 20 }, (_, number) => `/in/person-${number + 10}`);
  const keep = (link: string) =>
    all.changePolicy("ada", (policy) => ({
      ...policy,
      keep: { ...policy.keep, profiles: [...policy.keep.profiles, link] },
    }));
  const [paused] = await Promise.all([all.setPaused("ada", true), ...links.map(keep)]);
  expect(paused).toBe(true);
  const policy = (await all.get("ada"))?.policy;
  expect([...(policy?.keep.profiles ?? [])].sort()).toEqual(links);
  expect(policy?.paused).toBe(true);
  expect(waits.length).toBeGreaterThan(0);
});

test("a pause is one write that waits for nobody, and what is changed meanwhile does not undo it", async () => {
  const all = members(await database.table());
  await all.add(aMember("ada"));
  let reads = 0;
  let pausing: Promise<boolean> | null = null;
  const changed = await all.changePolicy("ada", (policy) => {
    // Between the read and the write of this change, the member pauses.
    if (++reads === 1) pausing = all.setPaused("ada", true);
    return { ...policy, perDay: 7 };
  });
  expect(await pausing).toBe(true);
  expect((await all.get("ada"))?.policy).toEqual({ ...defaultPolicy, perDay: 7, paused: true });
  expect(changed?.perDay).toBe(7);
  expect(await all.setPaused("ada", false)).toBe(true);
  expect((await all.get("ada"))?.policy.paused).toBe(false);
  expect(await all.setPaused("ghost", true)).toBe(false);
  expect(await all.get("ghost")).toBeNull();
});

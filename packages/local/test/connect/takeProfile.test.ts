import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Reading } from "@lapse/core/reading/reading";
import { beforeEach, expect, test } from "vitest";
import { takeProfile } from "../../src/connect/takeProfile.ts";
import type { Attached } from "../../src/stack/attach.ts";
import { profileDirectory } from "../../src/stack/profiles.ts";
import { newFolder } from "../support/folders.ts";
import { adaEmail, dataWithAda, use } from "../support/served.ts";

const readingOf = (account: string | null): Reading => ({
  ...{ at: Date.now(), account, received: null },
  sent: { pending: 0, invitations: [] },
});

let data = "";
beforeEach(async () => {
  data = join(newFolder(), "lapse");
  await dataWithAda(data, "http://127.0.0.1:9");
});

/** Ada, and a profile of hers in which somebody has signed in. */
async function ada({ adapters, data: { path } }: Attached) {
  const member = await adapters.members.findByEmail(adaEmail);
  if (member === null) throw new Error("Ada is no member");
  const profile = profileDirectory(path, member.id);
  mkdirSync(profile, { recursive: true });
  return { member, id: member.id, profile };
}

test("a profile of the account that the history is about takes the place of the one before", async () => {
  await use(data, async (attached) => {
    const { adapters } = attached;
    for (const account of ["/in/ada-sender", "/in/Ada-Sender"]) {
      const { member, id, profile } = await ada(attached);
      expect(await takeProfile(attached, member, readingOf(account))).toEqual({ kind: "taken" });
      expect([(await adapters.sessions.open(id)).kind, existsSync(profile)]).toEqual(["profile", true]);
      expect(await adapters.members.get(id)).toMatchObject({ session: "sealed", account });
      expect(await adapters.readings.get(id)).toMatchObject({ account });
    }
  });
});

test.each(["/in/ben-other", null])(
  "one of %s is deleted, takes the session in it out of use, and changes no list",
  async (account) => {
    await use(data, async (attached) => {
      const { adapters } = attached;
      await takeProfile(attached, (await ada(attached)).member, readingOf("/in/ada-sender"));
      const { member, id, profile } = await ada(attached);
      expect(await takeProfile(attached, member, readingOf(account))).toMatchObject({
        ...{ kind: "foreign", ended: true },
        why: expect.stringContaining("what Lapse did for you so far is about /in/ada-sender"),
      });
      expect(existsSync(profile)).toBe(false);
      expect((await adapters.sessions.open(id)).kind).toBe("out-of-use");
      expect(await adapters.members.get(id)).toMatchObject({
        session: "out-of-use",
        account: "/in/ada-sender",
      });
      expect(await adapters.readings.get(id)).toMatchObject({ account: "/in/ada-sender" });
    });
  },
);

test("one of another account leaves a session that was pasted in use", async () => {
  await use(data, async (attached) => {
    const { sessions, members, ledgerOf, now } = attached.adapters;
    const { id } = await ada(attached);
    const version = await sessions.seal(id, { cookies: [{ name: "li_at", value: "AQEDATpastedvalue0011" }] });
    await members.sessionSealed(id, version, { firstSweepAt: now(), connectedAt: now(), account: null });
    await ledgerOf(id).append({
      ...{ kind: "confirmed", due: 1, at: now(), run: "r" },
      account: "/in/ada-sender",
    });
    const { member, profile } = await ada(attached);
    expect(await takeProfile(attached, member, readingOf("/in/ben-other"))).toMatchObject({
      ...{ kind: "foreign", ended: false },
      why: expect.stringContaining("delete yours here and sign up anew"),
    });
    expect(existsSync(profile)).toBe(false);
    expect(await sessions.open(id)).toMatchObject({ kind: "opened", version });
    expect(await members.get(id)).toMatchObject({ session: "sealed" });
  });
});

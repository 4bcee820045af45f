import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Reading } from "@lapse/core/reading/reading";
import { beforeEach, expect, test } from "vitest";
import { before } from "../../../functions/test/support/before.ts";
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
  return { id: member.id, profile };
}

test("a profile of the account that the history is about takes the place of the one before", async () => {
  await use(data, async (attached) => {
    const { adapters } = attached;
    for (const account of ["/in/ada-sender", "/in/Ada-Sender"]) {
      const { id, profile } = await ada(attached);
      expect(await takeProfile(attached, id, 0, readingOf(account))).toEqual({ kind: "taken" });
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
      await takeProfile(attached, (await ada(attached)).id, 0, readingOf("/in/ada-sender"));
      const { id, profile } = await ada(attached);
      expect(await takeProfile(attached, id, 0, readingOf(account))).toMatchObject({
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
    const { profile } = await ada(attached);
    expect(await takeProfile(attached, id, 0, readingOf("/in/ben-other"))).toMatchObject({
      ...{ kind: "foreign", ended: false },
      why: expect.stringContaining("delete yours here and sign up anew"),
    });
    expect(existsSync(profile)).toBe(false);
    expect(await sessions.open(id)).toMatchObject({ kind: "opened", version });
    expect(await members.get(id)).toMatchObject({ session: "sealed" });
  });
});

const moments = ["useProfile", "sessionSealed", "put"] as const;

test.each(moments)("where the member leaves right before %s, nothing of theirs is left", async (moment) => {
  await use(data, async (attached) => {
    const { adapters } = attached;
    const { id, profile } = await ada(attached);
    // A browser that is open writes its profile anew.
    const leaving = before(storeOf(adapters, moment), moment, async () => {
      await adapters.members.leave(id);
      mkdirSync(profile);
    });
    expect(await takeProfile(attached, id, 0, readingOf("/in/ada-sender"))).toEqual({
      ...{ kind: "taken-back", by: "leaving" },
    });
    expect(leaving.done).toBe(true);
    expect([await adapters.members.get(id), await adapters.readings.get(id)]).toEqual([null, null]);
    expect([(await adapters.sessions.open(id)).kind, existsSync(profile)]).toEqual(["none", false]);
  });
});

test.each(moments)("where the member disconnects right before %s, nothing is connected", async (moment) => {
  await use(data, async (attached) => {
    const { adapters } = attached;
    const { sessions, members } = adapters;
    const { id, profile } = await ada(attached);
    const disconnecting = before(storeOf(adapters, moment), moment, async () => {
      await sessions.remove(id);
      await members.disconnect(id);
      mkdirSync(profile);
    });
    expect(await takeProfile(attached, id, 0, readingOf("/in/ada-sender"))).toEqual({
      ...{ kind: "taken-back", by: "disconnecting" },
    });
    expect(disconnecting.done).toBe(true);
    expect(await members.get(id)).toMatchObject({ session: "none", account: null });
    expect([(await sessions.open(id)).kind, existsSync(profile)]).toEqual(["none", false]);
    expect(await takeProfile(attached, id, 1, readingOf("/in/ada-sender"))).toEqual({ kind: "taken" });
  });
});

function storeOf({ sessions, members, readings }: Attached["adapters"], moment: (typeof moments)[number]) {
  return { useProfile: sessions, sessionSealed: members, put: readings }[moment];
}

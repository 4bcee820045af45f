import type { Member } from "@lapse/core/member/member";
import { defaultPolicy } from "@lapse/core/policy/defaults";
import type { Policy } from "@lapse/core/policy/policy";
import { wallTime } from "@lapse/core/schedule/zone";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { keepsSeen, withKeepsSince } from "../../../src/web/rules/keeps.ts";
import { testTable } from "../../support/database.ts";
import { isDue } from "../../support/due.ts";
import { aMember, connected, monday } from "../../support/member.ts";
import { aReading } from "../../support/reading.ts";
import { goodForm, pages } from "../../support/web.ts";

const table = testTable();

let count = 0;

/** A new member in the table, with their browser. */
async function somebody(changes: Partial<Member> = {}) {
  const id = `rules-${++count}`;
  const web = pages(table());
  await web.all.add(aMember(id, changes));
  const headers = await web.signIn(id);
  return {
    ...{ ...web, id, headers },
    get: async (path: string) => (await web.app.request(path, { headers })).text(),
    send: (path: string, fields: Readonly<Record<string, string>>) => web.post(path, fields, headers),
    policy: async () => (await web.all.get(id))?.policy,
  };
}

const { email: _, ...rules } = goodForm;
const keeping = (profiles: readonly string[], words: readonly string[] = []): Policy => ({
  ...defaultPolicy,
  keep: { ...defaultPolicy.keep, profiles, words },
});
/** What a form that was loaded now carries unseen. */
const seenIn = (page: string) => /name="keepsSeen" value="([^"]*)"/.exec(page)?.[1] ?? "";

test("rules are for the signed-in member alone", async () => {
  const { app, post } = await somebody();
  for (const answer of [
    await app.request("/rules"),
    ...(await Promise.all(
      ["/rules", "/rules/check", "/rules/edit", "/rules/mail"].map((p) => post(p, rules)),
    )),
  ])
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sign-in"]);
});

test("the form shows the rules as they are, with the pause and the digest", async () => {
  const policy = { ...keeping(["linkedin.com/in/bob"], ["Acme"]), olderThanDays: 61, paused: true };
  const { get } = await somebody({ policy, mail: "off" });
  const page = await get("/rules");
  expect(page).toMatch(/name="olderThanDays"[^>]* value="61"/s);
  expect(page).toMatch(/<textarea[^>]*name="keepProfiles"[^>]*>\nlinkedin.com\/in\/bob<\/textarea>/s);
  expect(page).toContain("older than 61 days");
  expect(page).toContain('action="/resume"');
  expect(page).toContain("Send me the digests");
});

test("a change is shown before it is stored, and stored as it was shown", async () => {
  const { send, policy } = await somebody();
  const check = await send("/rules/check", rules);
  const page = await check.text();
  expect(check.status).toBe(200);
  expect(page).toContain("we withdraw up to 5 invitations older than 45 days");
  expect(page).toContain("was: <bdi>30 days</bdi>");
  expect(page).toMatch(/name="keepProfiles" value="https:\/\/www.linkedin.com\/in\/bob-example\/\r?\n/);
  expect(await policy()).toEqual(defaultPolicy);
  const saved = await send("/rules", rules);
  expect([saved.status, saved.headers.get("location")]).toEqual([303, "/dashboard"]);
  expect(await policy()).toMatchObject({ olderThanDays: 45, perDay: 5, timezone: "Europe/Berlin" });
});

test("whoever's list was read sees the preview of the changed rules next", async () => {
  const { id, send, readings } = await somebody();
  await readings.put(id, aReading(3));
  expect((await send("/rules", rules)).headers.get("location")).toBe("/preview");
});

test.each(["/rules", "/rules/check"])(
  "%s keeps what was typed wrong, and stores nothing of it",
  async (path) => {
    const { send, policy } = await somebody();
    const answer = await send(path, { ...rules, olderThanDays: "soon", keepWords: "<b>Bo</b>" });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('role="alert"');
    expect(page).toContain('<a href="#olderThanDays">');
    expect(page).toMatch(/name="olderThanDays" type="text"[^>]* value="soon"/s);
    expect(page).toContain("&lt;b&gt;Bo&lt;/b&gt;");
    expect(page).not.toContain("<b>Bo</b>");
    expect(await policy()).toEqual(defaultPolicy);
  },
);

test("going back from the check finds everything as it was typed", async () => {
  const { send } = await somebody();
  const page = await (await send("/rules/edit", { ...rules, perDay: "7", keepsSeen: "abc" })).text();
  expect(page).toMatch(/name="perDay"[^>]* value="7"/s);
  expect(seenIn(page)).toBe("abc");
});

test("somebody who was kept by a mail link while the form was open stays kept; who was taken off is off", async () => {
  const { id, all, get, send, policy } = await somebody({ policy: keeping(["/in/bob", "/in/cy"], ["Acme"]) });
  const keepsSeen = seenIn(await get("/rules"));
  await all.changePolicy(id, (now) => ({
    ...now,
    keep: {
      ...now.keep,
      profiles: [...now.keep.profiles, "/in/new-kept"],
      words: [...now.keep.words, "Zoë"],
    },
  }));
  await send("/rules", { ...rules, keepProfiles: "/in/cy", keepWords: "", keepsSeen });
  expect((await policy())?.keep).toMatchObject({ profiles: ["/in/cy", "/in/new-kept"], words: ["Zoë"] });
});

test("pausing while the form is open is not undone by it", async () => {
  const { id, all, send, policy } = await somebody();
  await all.changePolicy(id, (now) => ({ ...now, paused: true }));
  await send("/rules", rules);
  expect(await policy()).toMatchObject({ paused: true, olderThanDays: 45 });
});

test("keep lists that would be too long together are refused, and the member stays readable", async () => {
  const many = Array.from({ length: 1_000 }, (_, i) => `/in/typed-${i}`).join("\n");
  const { send, policy } = await somebody({ policy: keeping(["/in/bob"]) });
  const answer = await send("/rules", { ...rules, keepProfiles: many });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("Take some off");
  expect((await policy())?.keep.profiles).toEqual(["/in/bob"]);
});

test("a thousand long links are read, more than the table can hold are refused with a sentence, and more is too long", async () => {
  const { send, policy } = await somebody();
  const links = (length: number) =>
    Array.from({ length: 1_000 }, (_, i) => `/in/${"x".repeat(length)}${i}`).join("\n");
  expect((await send("/rules", { ...rules, keepProfiles: links(200) })).status).toBe(303);
  expect((await policy())?.keep.profiles).toHaveLength(1_000);
  const over = await send("/rules", { ...rules, keepProfiles: links(400) });
  expect([over.status, await over.text()]).toEqual([
    422,
    expect.stringContaining("more than Lapse can store"),
  ]);
  expect((await send("/rules", { ...rules, keepProfiles: links(600) })).status).toBe(413);
});

test("the digest is stopped and sent again by its switch, and by nothing else", async () => {
  const { id, all, send } = await somebody();
  for (const [mail, status, then] of [
    ["off", 303, "off"],
    ["sideways", 400, "off"],
    ["on", 303, "on"],
  ] as const) {
    expect((await send("/rules/mail", { mail })).status).toBe(status);
    expect((await all.get(id))?.mail).toBe(then);
  }
});

test.each([
  ["bounced", 7, "Mail to your address came back", "what is not announced is not withdrawn"],
  ["bounced", 0, "no mail can reach you", "You asked for no notice"],
  ["complained", 7, "reported as spam", "turn them on again"],
] as const)(
  "mails that ended because one %s, with a notice of %i days, are told of with what follows, and turned on by one press",
  async (mailOff, noticeDays, why, follows) => {
    const policy = { ...defaultPolicy, noticeDays };
    const member = { mail: "off", mailOff, policy, session: "sealed", connectedAt: monday } as const;
    const { id, all, get, send } = await somebody(member);
    for (const path of ["/rules", "/dashboard"]) {
      const page = await get(path);
      expect(page).toContain(why);
      expect(page).toContain(follows);
      expect(page).toMatch(/action="\/rules\/mail"><button[^>]* name="mail" value="on">/);
    }
    await send("/rules/mail", { mail: "on" });
    expect(await all.get(id)).toMatchObject({ mail: "on", mailOff: null });
    expect(await get("/dashboard")).not.toContain(why);
  },
);

test("no keep and no pause is lost, whatever a form was filled from and whatever was done since", () => {
  const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,6}$/), { maxLength: 8 });
  fc.assert(
    fc.property(slugs, slugs, slugs, fc.boolean(), (before, wanted, added, paused) => {
      const link = (slug: string) => `https://www.linkedin.com/in/${slug}`;
      const seen = keepsSeen(keeping(before.map(link), before));
      const present = keeping([...before, ...added].map(link), [...new Set([...before, ...added])]);
      const stored = withKeepsSince(keeping(wanted.map(link), wanted), { ...present, paused }, seen);
      const kept = stored?.keep;
      expect(stored?.paused).toBe(paused);
      const since = added.filter((slug) => !before.includes(slug));
      expect(new Set(kept?.profiles)).toEqual(new Set([...wanted, ...since].map(link)));
      expect(new Set(kept?.words)).toEqual(new Set([...wanted, ...since]));
    }),
  );
});

test("a field that no form of ours has, or that comes twice, is refused", async () => {
  const { post, headers, policy } = await somebody();
  for (const odd of ["paused=true", "perDay=6", "email=bob%40example.org"])
    for (const path of ["/rules", "/rules/check", "/rules/edit"]) {
      const answer = await post(path, new URLSearchParams(`${new URLSearchParams(rules)}&${odd}`), headers);
      expect(answer.status).toBe(400);
    }
  expect(await policy()).toEqual(defaultPolicy);
});

test("looking at the rules changes nothing", async () => {
  const { id, all, get, clock } = await somebody();
  const before = await all.get(id);
  clock.now = monday + 1_000;
  await get("/rules");
  expect(await all.get(id)).toEqual(before);
});

test("another time zone moves the next sweep to that zone's morning, and other rules leave it where it is", async () => {
  const { id, all, send } = await somebody({ spread: 0.5 });
  const nextSweep = async () => new Date((await all.get(id))?.nextSweepAt ?? 0).toISOString();
  await all.sessionSealed(id, "v1", connected(monday + 5 * 86_400_000));
  await send("/rules", { ...rules, perDay: "7", timezone: defaultPolicy.timezone });
  const before = await nextSweep();
  expect(before).toBe(new Date(monday + 5 * 86_400_000).toISOString());
  await send("/rules", { ...rules, timezone: "America/New_York" });
  const at = Date.parse(await nextSweep());
  expect(wallTime(at, "America/New_York")).toMatchObject({ hour: 10, minute: 0 });
  expect(at - monday).toBeLessThanOrEqual(86_400_000);
  expect(await isDue(table(), id, at - 1)).toBe(false);
  expect(await isDue(table(), id, at)).toBe(true);
});

test("another time zone makes nobody due who is not swept", async () => {
  const { id, all, send } = await somebody({ startedAt: null });
  await all.sessionSealed(id, "v1", connected(monday));
  await send("/rules", { ...rules, timezone: "America/New_York" });
  expect((await all.get(id))?.policy.timezone).toBe("America/New_York");
  expect(await isDue(table(), id, monday + 30 * 86_400_000)).toBe(false);
  expect(await all.reschedule(id, monday)).toBe(false);
  const gone = await somebody();
  await gone.all.sessionSealed(gone.id, "v1", connected(monday));
  await gone.all.disconnect(gone.id);
  expect(await gone.all.reschedule(gone.id, monday)).toBe(false);
});

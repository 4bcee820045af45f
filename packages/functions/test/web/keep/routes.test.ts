import type { LedgerFact } from "@lapse/core/ledger/event";
import type { Member } from "@lapse/core/member/member";
import { defaultPolicy } from "@lapse/core/policy/defaults";
import type { Policy } from "@lapse/core/policy/policy";
import { lastLook } from "@lapse/core/sweep/lastLook";
import type { Prepared } from "@lapse/core/sweep/prepare";
import type { Job } from "@lapse/core/sweep/start";
import { expect, test } from "vitest";
import { makeKeepUrl } from "../../../src/web/keep/link.ts";
import { testTable } from "../../support/database.ts";
import { aMember, monday } from "../../support/member.ts";
import { anInvitation } from "../../support/reading.ts";
import { pages } from "../../support/web.ts";

const day = 86_400_000;
const origin = "https://lapse.example.org";
const invited = anInvitation(7, monday - 90 * day, monday);
const { id, profile, sentAt } = invited;
const ref = { id, profile, sentAt, name: '<b>Bob</b> "Example"' };
const key = `id:${id}`;
const keyless = { id: null, profile: null, sentAt, name: "Nora Nobody" };
const upcoming = [{ ...ref, on: new Date(monday + 7 * day).toISOString() }];

const table = testTable();

let members = 0;

/** A new member whose last sweep named Bob as coming up, and the path of the keep link in the digest after it. */
async function invitedBob(policy: Partial<Policy> = {}) {
  const site = pages(table());
  const member = aMember(`m${++members}`, { policy: { ...defaultPolicy, ...policy } });
  await site.all.add(member);
  const note = (at: number, fact: LedgerFact) =>
    site.ports.ledgerOf(member.id).append({ ...fact, at, run: `r${at}`, account: null });
  await note(monday - day, {
    ...{ kind: "sweep-ended", outcome: "nothing-due", message: "Nothing is due." },
    ...{ pending: 1, read: 1, counts: { due: 1 }, upcoming },
  });
  const link = pathOf(member, key);
  const token = new URL(link, origin).searchParams.get("token") ?? "";
  const policyNow = async () => (await site.all.get(member.id))?.policy;
  return { ...site, member, note, link, token, policyNow };
}

const pathOf = (member: Member, of: string, now = monday) =>
  makeKeepUrl(origin, member, now)(of).slice(origin.length);

test("opening a keep link shows whom, and when they would go, and changes nothing, however it is opened", async () => {
  const { app, link, policyNow } = await invitedBob();
  for (const method of ["GET", "HEAD", "GET"]) {
    const answer = await app.request(link, { method });
    expect(answer.status).toBe(200);
    const page = await answer.text();
    if (method === "HEAD") continue;
    expect(page).toContain("<bdi>&lt;b&gt;Bob&lt;/b&gt; &quot;Example&quot;</bdi>");
    expect(page).toContain("on Monday 30 November at the earliest");
    expect(page).toContain('<form method="post" action="/keep">');
  }
  expect(await policyNow()).toEqual(defaultPolicy);
});

test("the button keeps, without signing in, and pressing it twice is no mistake", async () => {
  const { app, post, link, token, policyNow } = await invitedBob();
  for (const _ of [1, 2]) {
    const answer = await post("/keep", { token });
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toBe(link);
    expect(await (await app.request(link)).text()).toContain("You keep <bdi>");
  }
  const profiles = ["https://www.linkedin.com/in/person-7"];
  expect(await policyNow()).toEqual({ ...defaultPolicy, keep: { ...defaultPolicy.keep, profiles } });
});

test("two keep links opened at the same time both hold", async () => {
  const { post, note, member, policyNow, token } = await invitedBob();
  const others = Array.from({ length: 4 }, (_, n) => ({
    ...keyless,
    id: String(n),
    profile: `/in/other-${n}`,
  }));
  await note(monday, { kind: "announced", upcoming: others.map((each) => ({ ...each, on: sentAt ?? "" })) });
  const tokens = others.map((each) =>
    new URL(pathOf(member, `id:${each.id}`), origin).searchParams.get("token"),
  );
  const answers = await Promise.all([token, ...tokens].map((each) => post("/keep", { token: each ?? "" })));
  expect(answers.map((answer) => answer.status)).toEqual([303, 303, 303, 303, 303]);
  expect((await policyNow())?.keep.profiles).toHaveLength(5);
});

test("who has no profile is kept by their exact name", async () => {
  const { post, note, member, policyNow } = await invitedBob();
  await note(monday, { kind: "announced", upcoming: [{ ...keyless, id: "5", on: sentAt ?? "" }] });
  const token = new URL(pathOf(member, "id:5"), origin).searchParams.get("token") ?? "";
  expect((await post("/keep", { token })).status).toBe(303);
  expect((await policyNow())?.keep).toEqual({ ...defaultPolicy.keep, words: ["Nora Nobody"] });
});

test("who was withdrawn already is said to be, and nothing is kept", async () => {
  const { app, post, note, link, token, policyNow } = await invitedBob();
  await note(monday - day / 2, { kind: "intent", invitation: ref });
  await note(monday - day / 2 + 1, { kind: "withdrawn", invitation: ref });
  // A digest that was made at the same time names them all the same.
  await note(monday, { kind: "announced", upcoming });
  expect((await post("/keep", { token })).status).toBe(303);
  const page = (await (await app.request(link)).text()).replace(/\s+/g, " ");
  expect(page).toContain("was withdrawn on Sunday 22 November");
  expect(page).toContain("You can invite them again from 13 December at the latest");
  expect(page).not.toContain('<form method="post" action="/keep"');
  expect(await policyNow()).toEqual(defaultPolicy);
});

test("who was clicked and is pending again in a later sweep can be kept", async () => {
  const { app, note, link } = await invitedBob();
  await note(monday - 2 * day, { kind: "withdrawn", invitation: ref });
  expect(await (await app.request(link)).text()).toContain('action="/keep"');
});

test("a keep list that is full says so and loses nobody", async () => {
  const profiles = Array.from({ length: 1000 }, (_, n) => `linkedin.com/in/kept-${n}`);
  const { post, token, policyNow } = await invitedBob({ keep: { ...defaultPolicy.keep, profiles } });
  const answer = await post("/keep", { token });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("Your keep list is full");
  expect((await policyNow())?.keep.profiles).toEqual(profiles);
});

test("a keep counts at the last look before the very next click of a sweep that is running", async () => {
  const { post, token, all, member, ports } = await invitedBob();
  const listed = { invitation: invited, target: null, entry: null, page: 0 };
  const intents: unknown[] = [];
  // What the sweep asks before each click, with the member's policy read as the worker reads it.
  const job = {
    ports: {
      policy: async () => (await all.get(member.id))?.policy,
      ledger: ports.ledgerOf(member.id),
      clock: { now: () => monday },
      lease: { renew: async () => true },
    },
    // Started by hand, so that no notice stands in the way of the first look.
    request: { run: "r1", trigger: "by-hand" },
    record: { write: async (fact: unknown) => void intents.push(fact) },
    visit: { signal: new AbortController().signal, clock: { now: () => monday }, skew: null },
  } as unknown as Job;
  const reading = { listed: [listed], pending: 1, others: 0 };
  const prepared = { reading } as unknown as Prepared;
  expect(await lastLook(job, prepared, listed, reading)).toBeNull();
  await post("/keep", { token });
  expect(await lastLook(job, prepared, listed, reading)).toBe("kept: on your keep list");
  expect(intents).toHaveLength(1);
});

test("forged, foreign, cut, expired and meaningless links get one and the same page, and change nothing", async () => {
  const { app, post, member, token, policyNow, clock, all } = await invitedBob();
  const other = await invitedBob();
  const [, ...rest] = token.split(".");
  const old = new URL(pathOf(member, key, monday - 61 * day), origin).searchParams.get("token") ?? "";
  // Signed by us, and about an invitation of which no digest ever spoke.
  const unknown = new URL(pathOf(member, "id:404"), origin).searchParams.get("token") ?? "";
  const wrong = [
    ...["", "x", "....", token.slice(0, -1), `${token}x`, old, unknown],
    [other.member.id, ...rest].join("."),
    ["nobody", ...rest].join("."),
    `${member.id}.${member.unsubscribeToken}`,
    "a".repeat(5_000),
    "\u202e.\0.1.x",
  ];
  const answers: string[] = [];
  for (const each of wrong) {
    const path = `/keep?token=${encodeURIComponent(each)}`;
    for (const answer of [await app.request(path), await app.request(path, { method: "POST" })]) {
      expect(answer.status).toBe(404);
      answers.push(await answer.text());
    }
  }
  expect(new Set(answers).size).toBe(1);
  expect((await post("/keep", {})).status).toBe(404);
  expect(await policyNow()).toEqual(defaultPolicy);
  clock.now = monday + 60 * day;
  expect((await post("/keep", { token })).status).toBe(404);
  expect(await all.get(other.member.id)).toEqual(other.member);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DashboardItem } from "../../src/dashboard/item.ts";
import { invitationKey, referenceTo } from "../../src/invitation/invitation.ts";
import type { Announcement } from "../../src/ledger/announcement.ts";
import { announcesDue } from "../../src/plan/announcing.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import { previewOf } from "../../src/preview/preview.ts";
import { anyInput } from "../plan/arbitrary.ts";
import { policyWith } from "../plan/sample.ts";
import { at, connectedMember, day, group, invitation, now, reading, shown, waiting } from "./sample.ts";

const ada = invitation("ada", 45);
const bo = invitation("bo", 60, { name: "Bo Sample" });
const cy = invitation("cy", 3, { name: "Cy Fresh" });
const list = reading([cy, ada, bo]);
const keeping = (profiles: readonly string[], words: readonly string[]) =>
  connectedMember({ policy: policyWith({}, { profiles, words }) });

describe("who is coming up", () => {
  test("comes oldest first, on the announced day, and can be kept", () => {
    const announced = at(3, { kind: "announced", upcoming: [{ ...bo, on: iso(2) }] });
    const { upcoming } = announced as Extract<typeof announced, { kind: "announced" }>;
    const events = [{ ...announced, upcoming: upcoming.map(({ on }) => ({ ...refOf(bo), on })) }];
    const items = group({ reading: list, events }, "coming");
    expect(items.map(({ ref, on, act }) => [ref.name, on, act.kind])).toEqual([
      // Announced three days ago for in two, and the notice is a week.
      ["Bo Sample", now + 4 * day, "keep"],
      // Not told yet: the first day that lies wholly after a week.
      ["Ada Example", Date.parse("2026-12-01T00:00:00Z"), "keep"],
    ]);
    expect(items.map(({ reason }) => reason)).toEqual([
      "Sent 60 days ago, more than your 30.",
      "Sent 45 days ago, more than your 30. Your next digest announces it first.",
    ]);
  });

  test("goes as many a day as the policy lets", () => {
    const policy = { ...defaultPolicy, perDay: 2, noticeDays: 0 };
    const member = connectedMember({ policy });
    const five = reading([40, 41, 42, 43, 44].map((days) => invitation(`p-${days}`, days)));
    const coming = group({ member, reading: five }, "coming");
    const days = coming.map(({ on }) => Math.floor((on ?? 0) / day) - Math.floor(now / day));
    expect(days).toEqual([0, 0, 1, 1, 2]);
  });

  test("is nobody while far more is due than was confirmed", () => {
    const many = reading(Array.from({ length: 60 }, (_, i) => invitation(`person-${i}`, 40 + i)));
    const groups = (due: number) =>
      shown({ reading: many, events: [at(1, { kind: "confirmed", due })] }).groups.map(({ name }) => name);
    expect([groups(3), groups(60)]).toEqual([["dayless"], ["coming"]]);
  });

  test("is nobody without digests, unless it was announced before or needs no notice", () => {
    const member = connectedMember({ mail: "off" });
    const events = [at(8, { kind: "announced", upcoming: [{ ...refOf(bo), on: iso(-1) }] })];
    const items = group({ member, reading: list, events }, "coming");
    expect(items.map(({ ref, on }) => [ref.name, on])).toEqual([["Bo Sample", now]]);
    const atOnce = connectedMember({ mail: "off", policy: { ...defaultPolicy, noticeDays: 0 } });
    expect(group({ member: atOnce, reading: list }, "coming").map(({ on }) => on)).toEqual([now, now]);
    expect(shown({ member, reading: list }).status.name).toBe("nothing-due");
  });

  test("can no longer be kept once its withdrawal is under way", () => {
    const items = group({ reading: list, errands: [waiting("withdraw", "/in/bo")] }, "coming");
    expect(items.find(({ ref }) => ref.name === "Bo Sample")).toMatchObject({
      act: { kind: "none" },
      on: null,
    });
  });
});

describe("who is kept", () => {
  test("is taken off by person, by word, or under the rules", () => {
    const profile = keeping(["https://linkedin.com/in/BO/"], []);
    expect(group({ member: profile, reading: list }, "kept")).toMatchObject([
      { ref: { name: "Bo Sample" }, act: { kind: "unkeep" }, reason: "On your keep list. Sent 60 days ago." },
    ]);
    const word = keeping([], ["sample"]);
    expect(group({ member: word, reading: list }, "kept")).toMatchObject([
      { ref: { name: "Bo Sample" }, act: { kind: "unkeep-word", word: "sample" } },
    ]);
    const newest = connectedMember({ policy: policyWith({}, { newest: 1 }) });
    expect(group({ member: newest, reading: list }, "kept")).toMatchObject([
      { ref: { name: "Cy Fresh" }, act: { kind: "open" } },
    ]);
  });
});

describe("who is not old enough", () => {
  test("says from when they are", () => {
    expect(group({ reading: list }, "fresh")).toMatchObject([
      { ref: { name: "Cy Fresh" }, reason: "Sent 3 days ago.", on: now + 27 * day, act: { kind: "keep" } },
    ]);
  });

  test("grows older with the time since the list was read", () => {
    const earlier = { ...list, at: now - 40 * day };
    expect(group({ reading: earlier }, "fresh")).toEqual([]);
    expect(group({ reading: earlier }, "coming").at(-1)?.reason).toMatch(/^Sent 43 days ago/);
  });
});

describe("who is gone", () => {
  test("is withdrawn, with the day from which one may invite again", () => {
    const events = [at(-0.001, { kind: "withdrawn", invitation: refOf(bo) })].map((e) => ({ ...e, at: now }));
    const board = shown({ reading: list, events, now: now + day });
    expect(board.groups.find(({ name }) => name === "withdrawn")?.items).toMatchObject([
      {
        ...{ ref: { name: "Bo Sample" }, on: now, act: { kind: "open" } },
        reason: "You can invite them again from 14 December at the latest.",
      },
    ]);
    expect(names(board, "coming")).toEqual(["Ada Example"]);
  });

  test("is in one group only where they were withdrawn on their own page, which shows no id", () => {
    const idless = { ...refOf(bo), id: null };
    const withdrawn = [{ ...at(0, { kind: "withdrawn", invitation: idless }), at: now }];
    const board = shown({ reading: list, events: withdrawn, now: now + day });
    expect([names(board, "withdrawn"), names(board, "coming")]).toEqual([["Bo Sample"], ["Ada Example"]]);
    const failed = [at(0, { kind: "failed", invitation: idless, reason: "its dialog never came" })];
    const tried = shown({ reading: list, events: failed });
    expect([names(tried, "trouble"), names(tried, "coming")]).toEqual([["Bo Sample"], ["Ada Example"]]);
  });

  test("is answered, unless it was us, or they are there again", () => {
    const age = { atLeast: 8 * day, atMost: 9.5 * day };
    const gone = { ...refOf(invitation("dee", 9)), name: "Dee Gone" };
    const events = [gone, refOf(ada)].map((ref) => at(1, { kind: "answered", invitation: ref, age }));
    expect(group({ reading: list, events }, "answered")).toMatchObject([
      { ref: { name: "Dee Gone" }, reason: "Accepted, declined or taken back by hand within 10 days." },
    ]);
  });
});

describe("what needs a look", () => {
  test("did not work, is not proved, or is not understood; and stands in no other group", () => {
    const strange = invitation("eve", 70, { name: "Eve Strange", trouble: "its row names two people" });
    const nobody = invitation("x", 71, {
      name: "No Link",
      id: null,
      profile: null,
      age: null,
      addresses: [],
    });
    const events = [
      at(0, { kind: "failed", invitation: refOf(ada), reason: "its dialog never came" }),
      at(0, { kind: "unverified", invitation: refOf(bo), reason: "The counter did not change." }),
    ];
    const board = shown({ reading: reading([cy, ada, bo, strange, nobody]), events });
    const acts = board.groups
      .find(({ name }) => name === "trouble")
      ?.items.map((i) => [i.ref.name, i.act.kind]);
    expect(acts).toEqual([
      ["Eve Strange", "open"],
      ["No Link", "look"],
      ["Bo Sample", "open"],
      ["Ada Example", "withdraw"],
    ]);
    expect(names(board, "coming")).toEqual([]);
  });

  test("is over once a later reading shows the invitation again", () => {
    const events = [at(1, { kind: "failed", invitation: refOf(ada), reason: "its dialog never came" })];
    expect(group({ reading: list, events }, "trouble")).toEqual([]);
    expect(group({ reading: list, events }, "coming")).toHaveLength(2);
  });
});

describe("whom the member received", () => {
  const theirs = invitation("fay", 100, { name: "Fay Asks", direction: "received" });
  const both = reading([cy], { pending: 1, invitations: [theirs] });
  test("stands in a group of its own where the policy asks for it, and nowhere else", () => {
    expect(group({ reading: both }, "received")).toEqual([]);
    const member = connectedMember({ policy: policyWith({ received: { ignoreOlderThanDays: 60 } }) });
    expect(group({ member, reading: both }, "received")).toMatchObject([
      { state: "due", reason: expect.stringMatching(/^Received 100 days ago, more than your 60/) },
    ]);
  });
});

test("the dashboard names the same days as the preview", () => {
  fc.assert(
    fc.property(anyInput, fc.constantFrom("on", "off"), ({ policy: whole, invitations, trigger }, mail) => {
      const policy = { ...whole, paused: false };
      const told = trigger.kind === "scheduled" ? trigger.announced : new Map<string, Announcement>();
      const events = [
        ...invitations.flatMap((each) => {
          const { at: named, on } = told.get(invitationKey(each) ?? "") ?? { at: null, on: 0 };
          const upcoming = [{ ...referenceTo(each), on: new Date(on).toISOString() }];
          return named === null ? [] : [at((now - named) / day, { kind: "announced", upcoming })];
        }),
        at(1, { kind: "confirmed", due: 1_000 }),
      ];
      const member = connectedMember({ policy, mail });
      const board = shown({ member, reading: reading(invitations), events });
      const due = board.groups.filter(({ name }) => name === "coming" || name === "dayless");
      const coming = due.flatMap(({ items }) => items);
      const announcing = announcesDue(member);
      const preview = previewOf({ policy, reading: reading(invitations), events, now, announcing }).coming;
      const days = (items: readonly Pick<DashboardItem, "ref" | "on">[]) =>
        items.map(({ ref, on }) => `${JSON.stringify(ref)} ${on}`);
      expect(days(coming).sort()).toEqual(days(preview).sort());
      if (mail === "on") expect(days(coming)).toEqual(days(preview));
    }),
    { numRuns: 60 },
  );
});

test("every invitation of the list stands in exactly one group, and whoever is kept is never coming up", () => {
  fc.assert(
    fc.property(anyInput, ({ policy, invitations }) => {
      const board = shown({ member: connectedMember({ policy }), reading: reading(invitations) });
      const items = board.groups.flatMap(({ items }) => items);
      expect(items).toHaveLength(invitations.length);
      const keys = invitations.map(invitationKey).sort();
      expect(items.map(({ key }) => key).sort()).toEqual(keys);
      for (const { state, group: name, on } of items) {
        expect(name === "coming").toBe(state === "due" && on !== null);
        expect(name === "dayless").toBe(state === "due" && on === null);
      }
    }),
    { numRuns: 60 },
  );
});

function refOf({ id, profile, name, sentAt }: typeof ada) {
  return { id, profile, name, sentAt };
}

function names(board: ReturnType<typeof shown>, name: string): string[] {
  return board.groups.find((each) => each.name === name)?.items.map(({ ref }) => ref.name) ?? [];
}

function iso(days: number): string {
  return new Date(now + days * day).toISOString();
}

test("says of nobody that the next digest announces them while the belt holds, because it does not", () => {
  const many = reading(Array.from({ length: 60 }, (_, i) => invitation(`person-${i}`, 45)));
  const reasons = (due: number) => {
    const { groups } = shown({ reading: many, events: [at(1, { kind: "confirmed", due })] });
    return new Set(groups.flatMap(({ items }) => items.map(({ reason }) => reason)));
  };
  const words = "Sent 45 days ago, more than your 30.";
  expect(reasons(3)).toEqual(
    new Set([`${words} It is not announced before you start again with this list.`]),
  );
  expect(reasons(60)).toEqual(new Set([`${words} Your next digest announces it first.`]));
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Member } from "../../src/member/member.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import { at, connectedMember, day, group, invitation, now, reading, shown, waiting } from "./sample.ts";

const ada = invitation("ada", 45);
const bo = invitation("bo", 60, { name: "Bo Sample" });
const list = reading([ada, bo]);
const bounced = { mail: "off", mailOff: "bounced" } as const;
const idle: readonly (readonly [string, Partial<Member>])[] = [
  ["whose mails came back", bounced],
  ["who wants no mails", { mail: "off" }],
  ["who has not started", { startedAt: null }],
  ["who disconnected", { session: "none" }],
  ["whose session is out of use", { session: "out-of-use" }],
  ["who paused", { policy: { ...defaultPolicy, paused: true } }],
];

const announcedBo = at(8, {
  kind: "announced",
  upcoming: [
    {
      ...{ id: bo.id, profile: bo.profile, name: bo.name, sentAt: bo.sentAt },
      on: new Date(now - day).toISOString(),
    },
  ],
});

describe("Whoever is old enough and has no day", () => {
  test.each(idle)("is not coming up, for a member %s", (_, changes) => {
    const board = shown({ member: connectedMember(changes), reading: list });
    expect(board.groups.map(({ name, items }) => [name, items.length])).toEqual([["dayless", 2]]);
  });

  test("stands apart from who was announced before the mails ended", () => {
    const input = { member: connectedMember(bounced), reading: list, events: [announcedBo] };
    expect(group(input, "coming").map(({ ref, on }) => [ref.name, on])).toEqual([["Bo Sample", now]]);
    expect(group(input, "dayless")).toMatchObject([{ ref: { name: "Ada Example" }, on: null }]);
    expect(shown(input).status.sentence).toMatch(/^All is well: 1 invitation is coming up/);
  });

  test("is coming up all the same once its withdrawal is under way", () => {
    const input = {
      member: connectedMember(bounced),
      reading: list,
      errands: [waiting("withdraw", "/in/bo")],
    };
    expect(group(input, "coming")).toMatchObject([{ ref: { name: "Bo Sample" }, act: { kind: "none" } }]);
  });

  test("is not said to be announced by a digest that announces nobody", () => {
    const member = connectedMember({ policy: { ...defaultPolicy, paused: true } });
    expect(group({ member, reading: list }, "dayless").map(({ reason }) => reason)).toEqual([
      "Sent 60 days ago, more than your 30. Nothing happens to it before it is announced.",
      "Sent 45 days ago, more than your 30. Nothing happens to it before it is announced.",
    ]);
  });
});

test("somebody stands under what is coming up when, and only when, the status says so", () => {
  const anybody = fc.constantFrom<Partial<Member>>({}, ...idle.map(([, changes]) => changes));
  const ages = fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 12 });
  fc.assert(
    fc.property(anybody, ages, fc.boolean(), (changes, days, isTold) => {
      const others = days.map((age, i) => invitation(`person-${i}`, age));
      const board = shown({
        member: connectedMember(changes),
        reading: reading([...others, bo]),
        events: [at(9, { kind: "confirmed", due: 1_000 }), ...(isTold ? [announcedBo] : [])],
      });
      const coming = board.groups.find(({ name }) => name === "coming")?.items ?? [];
      expect(board.status.name === "coming").toBe(coming.length > 0);
      if (coming.length > 0) expect(board.status.sentence).toContain(`: ${coming.length} invitation`);
    }),
    { numRuns: 200 },
  );
});

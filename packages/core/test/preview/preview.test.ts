import { describe, expect, test } from "vitest";
import { type Invitation, referenceTo } from "../../src/invitation/invitation.ts";
import type { LedgerFact } from "../../src/ledger/event.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { type Preview, previewOf } from "../../src/preview/preview.ts";
import type { Reading } from "../../src/reading/reading.ts";
import { day, invitation, now } from "../invitation/sample.ts";
import { event } from "../ledger/sample.ts";
import { policyWith } from "../plan/sample.ts";
import { read } from "../reading/sample.ts";

const ages = [0.5, 8, 20, 31, 40, 70, 100, 200];
const list = ages.map((days, i) => invitation(`person-${i}`, days));
const policy = policyWith({ olderThanDays: 30, perDay: 2, noticeDays: 7 });
const preview = (
  of: readonly Invitation[] = list,
  { asked = policy, reading = {}, facts = [] }: Case = {},
): Preview =>
  previewOf({
    policy: asked,
    reading: read(of, reading),
    events: facts.map((fact) => event(now, fact)),
    now,
  });
interface Case {
  readonly asked?: Policy;
  readonly reading?: Partial<Reading>;
  readonly facts?: readonly LedgerFact[];
}
const iso = (on: number | null) => (on === null ? null : new Date(on).toISOString());
const counts = ({ sent }: Preview) => sent.ages.map((bucket) => bucket.count);

describe("a preview of a list", () => {
  test("tells how many there are and how old they are", () => {
    const shown = preview([...list, invitation("ageless", 0, { age: null })]);
    expect(shown.sent).toMatchObject({ pending: 9, read: 9, due: 5 });
    expect(counts(shown)).toEqual([1, 1, 1, 2, 1, 1, 1, 1]);
  });

  test("counts an age into the range that it has certainly reached", () => {
    const edges = [6.99, 7, 13.99, 14, 29.99, 30, 59.99, 60, 89.99, 90, 179.99, 180];
    expect(counts(preview(edges.map((days, i) => invitation(`p-${i}`, days))))).toEqual([
      ...[1, 2, 2, 2, 2, 2, 1, 0],
    ]);
    const byLabel = invitation("label", 0, { age: { atLeast: 14 * day, atMost: 40 * day } });
    expect(counts(preview([byLabel]))).toEqual([0, 0, 1, 0, 0, 0, 0, 0]);
  });

  test("names who would be withdrawn first, the oldest first, with days that keep the notice and the day's limit", () => {
    expect(preview().coming.map(({ ref, on }) => [ref.profile, iso(on)])).toEqual([
      ["/in/person-7", "2026-12-01T00:00:00.000Z"],
      ["/in/person-6", "2026-12-01T00:00:00.000Z"],
      ["/in/person-5", "2026-12-02T00:00:00.000Z"],
      ["/in/person-4", "2026-12-02T00:00:00.000Z"],
      ["/in/person-3", "2026-12-03T00:00:00.000Z"],
    ]);
  });

  test("names the day that was promised before, and what was withdrawn today counts against the day", () => {
    const on = new Date(now).toISOString();
    const told = list.slice(-2).map((each) => ({ ...referenceTo(each), on }));
    const events = [
      event(now - 10 * day, { kind: "announced", upcoming: told }),
      event(now - 1, { kind: "withdrawn", invitation: referenceTo(invitation("gone", 50)) }),
    ];
    const { coming } = previewOf({ policy, reading: read(list), events, now });
    expect(coming.map((each) => each.on).slice(0, 2)).toEqual([now, Date.parse("2026-11-24T00:00:00Z")]);
  });

  test("names no day for whom nobody announces, but the day on which they would go if the member said so", () => {
    const [, , , , , , bo, ada] = list;
    if (ada === undefined || bo === undefined) throw new Error("eight were made");
    const told = { ...referenceTo(bo), on: new Date(now + 2 * day).toISOString() };
    const events = [event(now - 9 * day, { kind: "announced", upcoming: [told] })];
    const of = (asked: Policy) =>
      previewOf({ policy: asked, reading: read([bo, ada]), events, now, announcing: false }).coming;
    expect(of(policy)).toMatchObject([
      { ref: { profile: "/in/person-6" }, on: now + 2 * day, told: true },
      {
        ...{ ref: { profile: "/in/person-7" }, on: null, ifConfirmed: Date.parse("2026-12-01T00:00:00Z") },
        ...{ told: false, reason: "due, and not announced, because no digests are sent" },
      },
    ]);
    expect(of({ ...policy, noticeDays: 0 }).map(({ on }) => on)).toEqual([now, now + 2 * day]);
  });

  test("says who is kept and why, and what could not be read", () => {
    const asked = policyWith({ olderThanDays: 30 }, { profiles: ["/in/person-6"], words: ["recruiting"] });
    const shown = preview(
      [
        ...list,
        invitation("x", 60, { trouble: "no age is shown" }),
        invitation("y", 60, { headline: "Recruiting" }),
      ],
      { asked },
    );
    expect(shown.sent.kept.map(({ ref, reason }) => [ref.profile, reason])).toEqual([
      ["/in/person-6", "on your keep list"],
      ["/in/y", 'name or headline contains "recruiting", which you keep'],
    ]);
    expect(shown.sent.unreadable.map(({ reason }) => reason)).toEqual(["no age is shown"]);
  });

  test("tells what each number of days would mean, with the policy's own among them", () => {
    const asked = policyWith({ olderThanDays: 25 });
    expect(preview(list, { asked }).choices.map(({ days, due }) => [days, due])).toEqual([
      ...[
        [7, 7],
        [14, 6],
        [21, 5],
        [25, 5],
        [30, 5],
        [45, 3],
        [60, 3],
        [90, 2],
        [180, 1],
      ],
    ]);
    expect(preview().choices.filter((each) => each.chosen)).toEqual([{ days: 30, due: 5, chosen: true }]);
    expect(preview().choices).toHaveLength(8);
  });

  test("is of today, though the list was read days ago", () => {
    const before = preview(list, { reading: { at: now - 12 * day } });
    expect(before.sent.due).toBe(6);
    expect(before.readAt).toBe(now - 12 * day);
  });

  test("is without those that went since the list was read", () => {
    const [, , , , , , , oldest] = list;
    if (oldest === undefined) throw new Error("eight were made");
    const shown = preview(list, { facts: [{ kind: "withdrawn", invitation: referenceTo(oldest) }] });
    expect(shown.sent).toMatchObject({ pending: 7, read: 7, due: 4 });
  });

  test("of an empty list is empty", () => {
    const shown = preview([]);
    expect(shown.sent).toMatchObject({ pending: 0, read: 0, due: 0, kept: [], fresh: [], unreadable: [] });
    expect(shown).toMatchObject({ coming: [], paused: false, belt: false });
  });
});

describe("a preview flags", () => {
  test("that the member paused, and still tells who would go", () => {
    const shown = preview(list, { asked: { ...policy, paused: true } });
    expect(shown.paused).toBe(true);
    expect(shown.coming).toHaveLength(5);
  });

  test("that far more is due than was confirmed, over both lists", () => {
    const old = (count: number, more: Partial<Invitation> = {}) =>
      Array.from({ length: count }, (_, i) => invitation(`old-${i}`, 300 - i, more));
    expect(preview(old(50)).belt).toBe(false);
    expect(preview(old(51)).belt).toBe(true);
    expect(preview(old(51), { facts: [{ kind: "confirmed", due: 51 }] }).belt).toBe(false);
    const theirs = old(30, { direction: "received" });
    const both = preview(old(30), {
      asked: { ...policy, received: { ignoreOlderThanDays: 30 } },
      reading: { received: { pending: 30, invitations: theirs } },
    });
    expect(both.belt).toBe(true);
  });
});

describe("received invitations in a preview", () => {
  const theirs = [20, 50].map((days, i) => invitation(`them-${i}`, days, { direction: "received" }));
  const received = { pending: 2, invitations: theirs };

  test("stand in a list of their own, and come up after the member's own", () => {
    const asked = { ...policy, received: { ignoreOlderThanDays: 30 } };
    const shown = preview(list, { asked, reading: { received } });
    expect(shown.received).toMatchObject({ pending: 2, read: 2, due: 1 });
    expect(shown.coming.at(-1)?.ref).toMatchObject({ profile: "/in/them-1", direction: "received" });
  });

  test("come up by age, whatever their order on the page", () => {
    const mixed = [90, 40, 60].map((days) => invitation(`d-${days}`, days, { direction: "received" }));
    const shown = preview([], {
      asked: { ...policy, received: { ignoreOlderThanDays: 30 } },
      reading: { received: { pending: 3, invitations: mixed } },
    });
    expect(shown.coming.map(({ ref }) => ref.profile)).toEqual(["/in/d-90", "/in/d-60", "/in/d-40"]);
  });

  test("are not shown where the policy leaves them alone or they were not read", () => {
    expect(preview(list, { reading: { received } }).received).toBeNull();
    expect(
      preview(list, { asked: { ...policy, received: { ignoreOlderThanDays: 30 } } }).received,
    ).toBeNull();
  });
});

import { describe, expect, test } from "vitest";
import { keepTarget } from "../../src/digest/keepTarget.ts";
import type { LedgerEvent } from "../../src/ledger/event.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import { day, event, now, person, swept, upcoming } from "./sample.ts";

const key = `id:${person(1).id}`;
const iso = (ms: number) => new Date(ms).toISOString();
const told = (ago: number, on: number) => event(ago, { kind: "announced", upcoming: [upcoming(1, iso(on))] });
const target = (events: readonly LedgerEvent[], noticeDays = 7) =>
  keepTarget(events, key, { ...defaultPolicy, noticeDays }, now);

describe("the day that a keep link's page names", () => {
  test("is what the digest promised, however late the last sweep means to come to it", () => {
    const events = [told(5, now + 2 * day), swept(1, { upcoming: [upcoming(1, iso(now + 12 * day))] })];
    expect(target(events)?.on).toBe(now + 2 * day);
  });

  test("is the latest that any digest promised, and never before its notice or today", () => {
    expect(target([told(5, now + 2 * day), told(1, now + 9 * day)])?.on).toBe(now + 9 * day);
    expect(target([told(5, now + 2 * day)], 28)?.on).toBe(now + 23 * day);
    expect(target([told(20, now - 13 * day)])?.on).toBe(now);
  });

  test("is known of a mail that was about to be sent, whose answer may be lost, and holds if it came back", () => {
    const digest = { kind: "digest", week: "2026-W19", step: "sending" } as const;
    const sending = event(5, { ...digest, upcoming: [upcoming(1, iso(now + 9 * day))] });
    expect(target([sending])).toMatchObject({ ref: person(1), on: now + 9 * day });
    expect(target([sending], 0)?.on).toBe(now + 9 * day);
    const back = event(4, { kind: "mail-feedback", mail: "digest", feedback: "undelivered" });
    expect(target([told(5, now + 9 * day), back], 0)?.on).toBe(now + 9 * day);
    expect(target([event(5, digest)])).toBeNull();
  });

  test("leaves the whole notice where no digest named it yet", () => {
    const events = [swept(1, { upcoming: [upcoming(1, iso(now + day))] })];
    expect(target(events)?.on).toBe(now + 7 * day);
    expect(target(events, 0)?.on).toBe(now);
  });
});

import { weekdays } from "@lapse/core/policy/policy";
import { digestSlot } from "@lapse/core/schedule/digestSlot";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { digestMember } from "../../src/digest/digestMember.ts";
import { isToBeTold } from "../../src/digest/toldByRecord.ts";
import type { Mail } from "../../src/mail/mailer.ts";
import { ledgerStore } from "../../src/store/ledger.ts";
import { aMember } from "../support/member.ts";
import { memoryTable } from "../support/memoryTable.ts";

const hour = 3_600_000;
const week = 7 * 24 * hour;
/** Weeks around which clocks are changed in one of these zones or the other, and around a new year. */
const starts = [
  ...[Date.UTC(2026, 2, 2), Date.UTC(2026, 9, 12), Date.UTC(2026, 11, 14), Date.UTC(2027, 2, 8)],
  ...[Date.UTC(2026, 8, 14), Date.UTC(2020, 11, 14)],
];
const zone = fc.constantFrom(
  ...["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago"],
  ...["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata", "Africa/Casablanca"],
);
const digest = fc.record({ day: fc.constantFrom(...weekdays), hour: fc.constantFrom(0, 2, 3, 9, 23) });
const time = { zone, digest };
const changes = fc.array(fc.record({ ...time, afterHours: fc.integer({ min: 1, max: 10 * 24 }) }), {
  maxLength: 5,
});
/** When no worker comes to it, or SES throttles, in hours from the start. Early enough for everything to be told after it. */
const spells = fc.array(
  fc.record({ from: fc.integer({ min: 0, max: 5 * 7 * 24 }), hours: fc.constantFrom(1, 9, 30, 100) }),
  { maxLength: 4 },
);

/** The Monday, on this zone's calendar, of the week in which a moment (ms) lies. */
function mondayOf(ms: number, timeZone: string): string {
  const today = new Date(new Intl.DateTimeFormat("en-CA", { timeZone }).format(ms));
  today.setUTCDate(today.getUTCDate() - ((today.getUTCDay() + 6) % 7));
  return today.toISOString().slice(0, 10);
}

test("whatever the zone, the clocks and the hour of the digest do, and however late it is, each withdrawal is told once, and each ISO week has its own digest and no second", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ start: fc.constantFrom(...starts), ...time, changes, outages: spells, throttles: spells }),
      fc.array(fc.integer({ min: 1, max: 5 * 7 * 24 * 60 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 59 }),
      async ({ start, changes, outages, throttles, ...first }, minutes, minute) => {
        const made = aMember("ada", { session: "sealed", connectedAt: start, createdAt: start });
        let member = { ...made, policy: { ...made.policy, timezone: first.zone, digest: first.digest } };
        const ledger = ledgerStore(memoryTable(), "ada");
        const done = minutes.map((at, n) => ({ at: start + at * 60_000, name: `Somebody-${n}-here` }));
        for (const { at, name } of done) {
          const invitation = { id: name, profile: null, name, sentAt: null };
          await ledger.append({ kind: "withdrawn", invitation, at, run: name, account: null });
        }
        const changing = [...changes];
        let changeAt = start;
        let now = start;
        const mails: { mail: Mail; week: string; at: number }[] = [];
        const isIn = (times: typeof throttles, at: number) =>
          times.some(({ from, hours }) => at >= start + from * hour && at < start + (from + hours) * hour);
        // The weeks in which the digests were due that a worker found due.
        const due = new Set<string>();
        const dueIn = (at: number) => mondayOf(digestSlot(member.policy, at), member.policy.timezone);
        const ports = {
          members: {
            clearGone: async () => false,
            setLastDigestSlot: async (_: string, lastDigestSlot: number) => {
              member = { ...member, lastDigestSlot };
              return true;
            },
          },
          mailer: {
            send: async (mail: Mail) => {
              if (isIn(throttles, now)) return { kind: "deferred", reason: "SES is throttling" } as const;
              mails.push({ mail, week: dueIn(now), at: now });
              return { kind: "sent" } as const;
            },
          },
          readings: { get: async () => null },
          ...{ ledgerOf: () => ledger, now: () => now, webOrigin: "https://lapse.example.org" },
        };
        // Hourly, as the schedule has it, and for two weeks more than anything happens in.
        for (now = start + minute * 60_000; now < start + 7 * week; now += hour) {
          const next = changing[0];
          if (next !== undefined && now > changeAt + next.afterHours * hour) {
            changing.shift();
            changeAt = now;
            member = { ...member, policy: { ...member.policy, timezone: next.zone, digest: next.digest } };
          }
          // The scheduler asks the record alone: whoever it leaves out has nothing due, and nobody is asked in vain.
          const asked = isToBeTold(member, now);
          if (isIn(outages, now)) continue;
          if (asked) due.add(dueIn(now));
          expect((await digestMember(member, `run-${now}`, ports)) !== "not-due").toBe(asked);
        }
        const weeks = mails.map((mail) => mail.week);
        expect(new Set(weeks).size).toBe(weeks.length);
        const opened = (await ledger.read()).flatMap((event) =>
          event.kind === "digest" && event.step !== "sent" ? [event.week] : [],
        );
        expect(new Set(opened).size).toBe(due.size);
        for (const { at, name } of done) {
          const tellers = mails.filter(({ mail }) => mail.text.includes(name));
          expect(tellers).toHaveLength(1);
          // Not before it happened, and with the first mail after it.
          expect(tellers[0]?.at).toBeGreaterThanOrEqual(at);
          expect(mails.find((mail) => mail.at >= at)).toBe(tellers[0]);
        }
      },
    ),
    { numRuns: 45 },
  );
});

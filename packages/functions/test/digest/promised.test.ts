import { foldLedger, spentInLastDay } from "@lapse/core/ledger/fold";
import { plan } from "@lapse/core/plan/plan";
import { pendingNow } from "@lapse/core/reading/aged";
import { triggerOf } from "@lapse/core/sweep/trigger";
import { expect, test } from "vitest";
import { type DigestPorts, digestMember } from "../../src/digest/digestMember.ts";
import type { MailOutcome } from "../../src/mail/mailer.ts";
import { testDatabase } from "../support/database.ts";
import { aMember, monday } from "../support/member.ts";
import { aReading } from "../support/reading.ts";
import { pages } from "../support/web.ts";

const day = 86_400_000;
const database = testDatabase();

/** A member with four invitations that are due after a week's notice, and nothing of a sweep that names them. */
async function fourDue(send: () => Promise<MailOutcome>, canAnnounce = true) {
  const site = pages(await database.table());
  const member = aMember("ada", { session: "sealed", connectedAt: monday - 2 * day });
  const policy = {
    ...{ ...member.policy, timezone: "UTC", noticeDays: 7, olderThanDays: 29 },
    keep: { ...member.policy.keep, newest: 0 },
  };
  await site.all.add({ ...member, policy });
  // So that four are old enough today, and nobody else by tomorrow.
  const reading = aReading(33, { at: monday - day });
  const four = { ...reading.sent, invitations: reading.sent.invitations.slice(29), pending: 4 };
  await site.readings.put("ada", { ...reading, sent: four });
  const ledger = site.ports.ledgerOf("ada");
  await ledger.append({
    ...{ kind: "sweep-ended", outcome: "nothing-due", message: "Nothing is due.", pending: 4, read: 4 },
    ...{ counts: {}, upcoming: [], at: monday - day, run: "sweep", account: null },
  });
  const ports: DigestPorts = {
    members: site.all,
    ledgerOf: () => ({
      ...ledger,
      append: async (event) => {
        if (event.kind === "announced" && !canAnnounce) throw new Error("the process died");
        await ledger.append(event);
      },
    }),
    readings: site.readings,
    mailer: {
      send: async (mail) => {
        site.mails.push(mail);
        return send();
      },
    },
    ...{ now: () => monday, webOrigin: "https://lapse.example.org" },
  };
  await digestMember({ ...member, policy }, "d1", ports).catch(() => "died");
  const mail = site.mails.at(-1);
  return {
    ...{ site, ledger, mail },
    links: [...(mail?.html ?? "").matchAll(/href="https:\/\/lapse\.example\.org(\/keep\?token=[^"]*)"/g)].map(
      ([, path = ""]) => path.replaceAll("&amp;", "&"),
    ),
    /** How many the plan would act on at that moment, with that notice. */
    acts: async (now: number, noticeDays: number) => {
      const events = await ledger.read();
      const view = foldLedger(events);
      const { invitations, pending } = pendingNow({ ...reading, sent: four }, events, now).sent;
      const trigger = triggerOf({ trigger: "scheduled" }, view);
      const spent = spentInLastDay(view, now);
      return plan({ policy: { ...policy, noticeDays }, invitations, pending, now, spent, trigger }).act
        .length;
    },
  };
}

const never: () => Promise<MailOutcome> = () => Promise.reject(new Error("the process died"));

test.each<[string, () => Promise<MailOutcome>, canAnnounce: boolean, notice: boolean]>([
  ["was sent", async () => ({ kind: "sent" }), true, true],
  ["had no clear answer", async () => ({ kind: "unclear", reason: "timeout" }), true, false],
  ["was throttled", async () => ({ kind: "deferred", reason: "SES is throttling" }), true, false],
  ["was the last that its process did", never, true, false],
  ["was sent, and its process died before the notice began", async () => ({ kind: "sent" }), false, false],
])("keep links work, and the day holds, of a mail that %s", async (_, send, canAnnounce, notice) => {
  const { site, mail, links, acts } = await fourDue(send, canAnnounce);
  expect(mail?.subject).toBe("4 invitations coming up on 1 December");
  expect(links).toHaveLength(4);
  for (const link of links) {
    const answer = await site.app.request(link);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("on Tuesday 1 December at the earliest");
  }
  const first = Date.UTC(2026, 11, 1);
  expect(await acts(monday + day, 0)).toBe(0);
  expect(await acts(first - 1, 0)).toBe(0);
  expect(await acts(first, 0)).toBe(4);
  expect(await acts(first, 7)).toBe(notice ? 4 : 0);
});

test("the day of a mail that came back holds, and no notice runs from it", async () => {
  const { ledger, acts } = await fourDue(async () => ({ kind: "sent" }));
  const back = { kind: "mail-feedback", mail: "digest", feedback: "undelivered" } as const;
  await ledger.noteFeedback({ ...back, run: "d1", at: monday + 60_000, account: null });
  expect(await acts(monday + day, 0)).toBe(0);
  expect(await acts(Date.UTC(2026, 11, 1), 0)).toBe(4);
  expect(await acts(Date.UTC(2026, 11, 1), 7)).toBe(0);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { referenceTo } from "../../src/invitation/invitation.ts";
import { announcementOf, promisedOn } from "../../src/ledger/announcement.ts";
import type { LedgerEvent, LedgerFact } from "../../src/ledger/event.ts";
import { feedbacks } from "../../src/ledger/feedback.ts";
import { foldLedger } from "../../src/ledger/fold.ts";
import { plan } from "../../src/plan/plan.ts";
import { triggerOf } from "../../src/sweep/trigger.ts";
import { day, invitation, now } from "../invitation/sample.ts";
import { policyWith } from "../plan/sample.ts";

const list = Array.from({ length: 5 }, (_, i) => invitation(`person-${i}`, 100 + i));
const week = "2026-W40";

/** What became of a mail: nothing else is known than what the ledger holds by then. */
type Became =
  | "sent"
  | "answer lost"
  | "refused"
  | "ended at sending"
  | "ended at sent"
  | (typeof feedbacks)[number];

interface Mail {
  /** Days before now, no two the same. */
  readonly ago: number;
  /** Whom it named, by their place in the list, and the day of each, in days after now. */
  readonly named: readonly { readonly who: number; readonly on: number }[];
  readonly became: Became;
}

/** As a digest run and `mail-events` write it. */
function eventsOf({ ago, named, became }: Mail): LedgerEvent[] {
  const at = (fact: LedgerFact, after = 0): LedgerEvent => ({
    ...{ ...fact, at: now - ago * day + after, run: `run-${ago}`, account: null },
  });
  const upcoming = named.flatMap(({ who, on }) => {
    const one = list[who];
    return one ? [{ ...referenceTo(one), on: new Date(now + on * day).toISOString() }] : [];
  });
  const sending = at({ kind: "digest", week, step: "sending", upcoming });
  if (became === "ended at sending") return [sending];
  if (became === "answer lost" || became === "refused")
    return [sending, at({ kind: "digest-failed", week, reason: became }, 1)];
  const sent = at({ kind: "digest", week, step: "sent" }, 1);
  if (became === "ended at sent") return [sending, sent];
  const announced = at({ kind: "announced", upcoming }, 2);
  if (became === "sent") return [sending, sent, announced];
  const back = at({ kind: "mail-feedback", mail: "digest", feedback: became }, 3);
  return [sending, sent, announced, back];
}

const actedOn = (events: readonly LedgerEvent[], noticeDays: number) =>
  plan({
    ...{ policy: policyWith({ olderThanDays: 30, perDay: 50, noticeDays }), invitations: list },
    ...{
      pending: list.length,
      now,
      spent: 0,
      trigger: triggerOf({ trigger: "scheduled" }, foldLedger(events)),
    },
  }).act.map((each) => list.indexOf(each));

const lost: readonly Became[] = ["answer lost", "refused", "ended at sending", "ended at sent"];
const back = feedbacks.filter((each) => each !== "complained");

describe("the day that a mail named", () => {
  const [bob] = list;
  const about = bob ?? invitation("nobody", 1);
  const mail = (became: Became, ago: number, on: number) =>
    eventsOf({ ago, named: [{ who: 0, on }], became });

  test.each([...lost, ...back])(
    "holds, and no notice runs from it, where of its mail is known: %s",
    (became) => {
      const view = foldLedger(mail(became, 8, 2));
      expect(promisedOn(view.promised, about, now)).toBe(now + 2 * day);
      expect(announcementOf(view.announced, about, now)).toBeNull();
      expect(actedOn(mail(became, 8, 2), 0)).not.toContain(0);
      expect(actedOn(mail(became, 8, -1), 0)).toContain(0);
      expect(actedOn(mail(became, 8, -1), 7)).toEqual([]);
    },
  );

  test("holds where it is later than that of an earlier mail, and came back after the notice was lengthened", () => {
    const events = [...mail("sent", 9, -2), ...mail("undelivered", 2, 12)];
    expect(actedOn(events, 7)).toEqual([]);
    expect(actedOn(mail("sent", 9, -2), 7)).toEqual([0]);
  });

  test("holds on a page that shows no id, or shows one only now", () => {
    const [named] = mail("answer lost", 8, 20);
    const { promised } = foldLedger(mail("answer lost", 8, 20));
    expect(promisedOn(promised, { ...about, id: null }, now)).toBe(now + 20 * day);
    const unnumbered = named?.kind === "digest" ? (named.upcoming ?? []) : [];
    const sending = {
      kind: "digest",
      week,
      step: "sending",
      at: now - day,
      run: "r",
      account: null,
    } as const;
    const view = foldLedger([{ ...sending, upcoming: unnumbered.map((each) => ({ ...each, id: null })) }]);
    expect(promisedOn(view.promised, about, now)).toBe(now + 20 * day);
  });

  test("is for that invitation alone, not for a later one to the same person", () => {
    const { promised } = foldLedger(mail("undelivered", 8, 20));
    const later = { ...about, sentAt: new Date(now - 7 * day).toISOString() };
    expect(promisedOn(promised, later, now)).toBe(0);
  });
});

const anyMail = fc.record({
  ago: fc.integer({ min: 1, max: 80 }),
  named: fc.uniqueArray(fc.record({ who: fc.nat(list.length - 1), on: fc.integer({ min: -30, max: 30 }) }), {
    selector: ({ who }) => who,
    maxLength: list.length,
  }),
  became: fc.constantFrom<Became>("sent", "sent", "undelivered", ...lost, ...feedbacks),
});
const anyMails = fc
  .uniqueArray(anyMail, { selector: ({ ago }) => ago, maxLength: 6 })
  .map((all) => all.toSorted((one, other) => other.ago - one.ago));
/** Days ago at which somebody was taken for gone, who is pending now all the same; by their place in the list. */
const anyGone = fc.dictionary(fc.constantFrom("0", "1"), fc.integer({ min: 0, max: 80 }), { maxKeys: 2 });

test("nobody is acted on before a day that a mail named which may have arrived, whatever the notice is by then", () => {
  fc.assert(
    fc.property(anyMails, anyGone, fc.constantFrom(0, 0, 1, 7, 28), (mails, gone, noticeDays) => {
      const left = Object.entries(gone).flatMap(([who, ago]): LedgerEvent[] => {
        const one = list[Number(who)];
        const age = { atLeast: day, atMost: day };
        const fact = one && { kind: "answered" as const, invitation: referenceTo(one), age };
        return fact ? [{ ...fact, at: now - ago * day - 1, run: "sweep", account: null }] : [];
      });
      const events = [...mails.flatMap(eventsOf), ...left].toSorted((one, other) => one.at - other.at);
      const waits = (who: number) =>
        mails.some(
          ({ ago, named }) =>
            ago <= (gone[who] ?? 100) && named.some((each) => each.who === who && each.on > 0),
        );
      const acted = actedOn(events, noticeDays);
      expect(acted.filter(waits)).toEqual([]);
      // Without a notice, nothing but such a day keeps anybody waiting.
      if (noticeDays === 0) expect(acted.sort()).toEqual([...list.keys()].filter((who) => !waits(who)));
    }),
    { numRuns: 300 },
  );
});

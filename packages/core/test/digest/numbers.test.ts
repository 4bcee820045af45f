import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeDigest } from "../../src/digest/compose.ts";
import { type DigestFacts, digestFacts } from "../../src/digest/facts.ts";
import { renderDigest } from "../../src/digest/render.ts";
import { type InvitationRef, invitationKey } from "../../src/invitation/invitation.ts";
import type { LedgerEvent, LedgerFact } from "../../src/ledger/event.ts";
import { foldLedger } from "../../src/ledger/fold.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import { anyPolicy } from "../policy/arbitrary.ts";
import { day, links, now, person, received, since, upcoming } from "./sample.ts";

/** What a sweep can write about one invitation, each with what may be known only later. */
const lives = [
  ["intent"],
  ["intent", "withdrawn"],
  ["intent", "withdrawn", "unverified"],
  ["intent", "unverified"],
  ["intent", "failed"],
  ["intent", "gone"],
  ["intent", "still-pending"],
  ["intent", "still-pending", "intent", "withdrawn"],
  ["intent", "failed", "intent", "withdrawn"],
  ["intent", "withdrawn", "unverified", "intent", "withdrawn"],
] as const;
type Word = (typeof lives)[number][number];

interface Life {
  readonly ref: InvitationRef;
  /** In ms, as many as there are words. */
  readonly times: readonly number[];
  readonly words: readonly Word[];
}

const anyLife = fc.record({
  words: fc.constantFrom(...lives),
  theirs: fc.boolean(),
  times: fc.array(fc.integer({ min: 1, max: 20 * day }), { minLength: 5, maxLength: 5 }),
});

const anyLedger = fc.array(anyLife, { maxLength: 25 }).map((list): Life[] =>
  list.map(({ words, theirs, times }, n) => ({
    ref: theirs ? received(n) : person(n),
    words,
    times: times.map((ago) => now - ago).sort((a, b) => a - b),
  })),
);

function eventsOf(ledger: readonly Life[]): LedgerEvent[] {
  const events = ledger.flatMap(({ ref, words, times }) =>
    words.map(
      (word, i): LedgerEvent => ({ ...factOf(ref, word), at: times[i] ?? now, run: "r", account: null }),
    ),
  );
  return events.sort((one, other) => one.at - other.at);
}

function factOf(invitation: InvitationRef, word: Word): LedgerFact {
  switch (word) {
    case "intent":
      return { kind: "intent", invitation };
    case "withdrawn":
      return { kind: invitation.direction === "received" ? "ignored" : "withdrawn", invitation };
    case "failed":
    case "unverified":
      return { kind: word, invitation, reason: "so it is" };
    case "gone":
    case "still-pending":
      return { kind: "reconciled", invitation, found: word };
  }
}

const numbersOf = ({ withdrawn, ignored, unproved, failed }: DigestFacts) => ({
  done: withdrawn.length + ignored,
  unproved: unproved.length,
  failed: failed.length,
});

describe("the numbers of a digest", () => {
  test("are those of the ledger's fold, for any ledger and any window", () => {
    fc.assert(
      fc.property(anyLedger, fc.integer({ min: 0, max: 20 }), (ledger, days) => {
        const events = eventsOf(ledger);
        const from = now - days * day;
        const facts = digestFacts({ events, policy: defaultPolicy, now, since: from });
        const { done } = foldLedger(events);
        const proved = [...done].filter(([, at]) => at > from).map(([key]) => key);
        expect(facts.withdrawn.map(({ ref }) => invitationKey(ref)).sort()).toEqual(
          proved.filter((key) => !key.startsWith("received:")).sort(),
        );
        expect(facts.ignored).toBe(proved.filter((key) => key.startsWith("received:")).length);
      }),
    );
  });

  test("count as done or not proved whatever the day's limit counts, and nothing else", () => {
    fc.assert(
      fc.property(anyLedger, (ledger) => {
        const events = eventsOf(ledger);
        const { done, unproved } = numbersOf(digestFacts({ events, policy: defaultPolicy, now, since: 0 }));
        const last = ledger.map(({ words }) => words.at(-1));
        expect(done + unproved).toBe(
          last.filter((word) => word !== "failed" && word !== "still-pending").length,
        );
        const { spentAt, openIntents } = foldLedger(events);
        // The limit counts each click; who was clicked, seen pending and clicked again stands once in a digest.
        expect(spentAt.length).toBeGreaterThanOrEqual(done + unproved);
        expect(unproved).toBeGreaterThanOrEqual(openIntents.length);
      }),
    );
  });

  test("add up over digests in a row to those of one digest for the whole time", () => {
    const cuts = fc.array(fc.integer({ min: 1, max: 19 }), { maxLength: 4 });
    // Each with its last word only: what a later word changes is told in both windows.
    const settled = anyLedger.map((ledger) =>
      ledger.map(({ ref, words, times }) => ({ ref, words: words.slice(-1), times: times.slice(-1) })),
    );
    fc.assert(
      fc.property(settled, cuts, (ledger, days) => {
        const events = eventsOf(ledger);
        const whole = numbersOf(digestFacts({ events, policy: defaultPolicy, now, since: 0 }));
        const ends = [...days.sort((a, b) => b - a).map((ago) => now - ago * day), now];
        const sum = { done: 0, unproved: 0, failed: 0 };
        let from = 0;
        for (const end of ends) {
          const facts = digestFacts({ events, policy: defaultPolicy, now: end, since: from });
          const numbers = numbersOf(facts);
          for (const key of ["done", "unproved", "failed"] as const) sum[key] += numbers[key];
          expect(facts.until).toBeLessThanOrEqual(end);
          from = facts.until;
        }
        expect(sum).toEqual(whole);
      }),
    );
  });

  test("stand in the mail as they are: in its subject, its words, and as many names", () => {
    fc.assert(
      fc.property(anyLedger, anyPolicy, fc.nat({ max: 5 }), (ledger, policy, count) => {
        const coming = Array.from({ length: count }, (_, n) =>
          upcoming(500 + n, new Date(now + day).toISOString()),
        );
        const ended: LedgerEvent = {
          ...{ kind: "sweep-ended", outcome: "done", message: "", pending: 9, read: 9, counts: {} },
          ...{ upcoming: coming, at: now, run: "r", account: null },
        };
        const facts = digestFacts({ events: [...eventsOf(ledger), ended], policy, now, since });
        const content = composeDigest(facts);
        const { withdrawn, unproved, failed } = facts;
        if (content.kind === "quiet") {
          expect(
            withdrawn.length + unproved.length + failed.length + facts.comingUp.length + facts.ignored,
          ).toBe(0);
          return;
        }
        const { text } = renderDigest(content, links);
        const said = text.replace(/\s+/g, " ");
        const were = (n: number) =>
          n === 1 ? "1 invitation was withdrawn" : `${n} invitations were withdrawn`;
        expect(said).toContain(withdrawn.length === 0 ? "nothing was withdrawn" : were(withdrawn.length));
        if (withdrawn.length > 0)
          expect(content.subject).toMatch(new RegExp(`^${withdrawn.length} invitations? withdrawn`));
        if (facts.comingUp.length > 0)
          expect(content.subject).toContain(
            `${facts.comingUp.length}${withdrawn.length + unproved.length + facts.ignored === 0 ? ` invitation${facts.comingUp.length === 1 ? "" : "s"}` : ""} coming up`,
          );
        const named = content.sections.flatMap((section) =>
          section.blocks.flatMap((block) => (block.kind === "people" ? block.rows : [])),
        );
        expect(named).toHaveLength(
          withdrawn.length + unproved.length + failed.length + facts.comingUp.length,
        );
        expect(named.filter((row) => row.keep !== undefined)).toHaveLength(facts.comingUp.length);
      }),
      { numRuns: 60 },
    );
  });
});

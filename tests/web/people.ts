import type { LedgerFact } from "@lapse/core/ledger/event";
import type { SweepOutcome } from "@lapse/core/sweep/result";
import { aReading } from "../../packages/functions/test/support/reading.ts";
import type { Person } from "./stage.ts";

/** Names as LinkedIn shows them, hostile and right-to-left ones among them. */
const names = [
  "Zoë Núñez-Mirage",
  "נועה כהן",
  "<b onclick=alert(1)>Bo</b>",
  "王小明",
  "Val Last",
  "ليلى حداد",
  "Jon Same",
  "Anna-Lena Wolkenstein-Hohenlohe von und zu Musterhausen",
];

const named = (rank: number) => ({ name: names[rank % names.length] ?? "" });

export const list = (count: number, daysApart = 2) => aReading(count, { daysApart, change: named });

export function ended(outcome: SweepOutcome, message: string, counts = {}): LedgerFact {
  return { kind: "sweep-ended", outcome, message, pending: 40, read: 40, counts, upcoming: [] };
}

const withdrawn = (number: number): LedgerFact => ({
  kind: "withdrawn",
  invitation: {
    ...{ id: `70${number}`, profile: `/in/gone-${number}`, name: names[number % names.length] ?? "" },
    sentAt: null,
  },
});

type Happened = NonNullable<Person["events"]>[number];

const started = { session: "sealed", startedAt: 1 } as const;

/** Those that the list has as due, told nine days ago. */
const told: LedgerFact = {
  kind: "announced",
  upcoming: list(40)
    .sent.invitations.slice(20, 40)
    .map(({ id, profile, name, sentAt }) => ({ id, profile, name, sentAt, on: "2026-12-01T00:00:00.000Z" })),
};

/** Enough answers for something to be said about them; most came within three weeks. */
const answers: Happened[] = Array.from({ length: 60 }, (_, number) => {
  const days = number % 20 === 0 ? 28 : 1 + (number % 19);
  const invitation = {
    id: `80${number}`,
    profile: `/in/answered-${number}`,
    name: `Person ${number}`,
    sentAt: null,
  };
  const age = { atLeast: (days - 1) * 86_400_000, atMost: days * 86_400_000 };
  return { daysAgo: 10, fact: { kind: "answered", invitation, age } };
});

const history: readonly Happened[] = [
  { daysAgo: 9, fact: told },
  { daysAgo: 9, fact: { kind: "confirmed", due: 12 } },
  { daysAgo: 2, fact: withdrawn(1) },
  { daysAgo: 2, fact: withdrawn(2) },
  { daysAgo: 2, fact: ended("done", "2 invitations were withdrawn; nobody has to act.", { withdrawn: 2 }) },
  { daysAgo: 1, fact: ended("nothing-due", "Nothing is due among 40 invitations; nobody has to act.") },
];

const after = (outcome: SweepOutcome, message: string): Happened[] => [
  ...history,
  { daysAgo: 0, fact: ended(outcome, message) },
];

/** Members in every state that a page can find them in. */
export const people = {
  fresh: {},
  connected: { member: { session: "sealed" }, reading: list(40) },
  unread: { member: { session: "sealed" } },
  running: { member: started, reading: list(40), events: history },
  wise: { member: started, reading: list(40), events: [...answers, ...history] },
  many: { member: started, reading: list(2_000, 0.1), events: history },
  empty: { member: started, reading: list(0), events: history.slice(4) },
  unmailed: {
    member: { ...started, mail: "off", mailOff: "bounced" },
    reading: list(40),
    events: [
      ...history,
      { daysAgo: 9, fact: { kind: "mail-feedback", mail: "digest", feedback: "bounced" } },
    ],
  },
  disconnected: {
    member: { ...started, session: "out-of-use" },
    reading: list(40),
    events: after("signed-out", "LinkedIn has signed this session out: connect again."),
  },
  drift: {
    member: started,
    reading: list(40),
    events: after("page-drift", "LinkedIn's page has changed: nothing was touched, and we have to act."),
  },
  belt: {
    member: started,
    reading: list(400, 1),
    events: after("belt", "Far more is due than you confirmed: nothing was touched until you confirm it."),
  },
} satisfies Record<string, Person>;

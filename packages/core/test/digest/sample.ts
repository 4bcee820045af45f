import type { DigestLinks } from "../../src/digest/render.ts";
import type { InvitationRef } from "../../src/invitation/invitation.ts";
import type { LedgerEvent, LedgerFact, Upcoming } from "../../src/ledger/event.ts";

export const day = 86_400_000;
/** A Monday, at the hour of the digest. */
export const now = Date.parse("2026-05-11T09:00:00Z");
export const since = now - 7 * day;

export const links: DigestLinks = {
  site: "https://lapse.example",
  dashboard: "https://lapse.example/dashboard?from=digest&x=1",
  rules: "https://lapse.example/rules",
  connect: "https://lapse.example/connect",
  preview: "https://lapse.example/preview",
  unsubscribe: "https://lapse.example/stop/abc",
  /** As long as a real one. */
  keep: (key) =>
    `https://lapse.example/keep?token=7b1d3a52-6f0e-4c9b-8a57-0d2f4be91c36.${Buffer.from(key).toString("base64url")}.1783933200.Zm9yLWV4YW1wbGUtb25seQ`,
};

export function person(n: number, name = `Person ${n}`): InvitationRef {
  return {
    id: String(7_400_000_000_000_000_000n + BigInt(n)),
    profile: `/in/person-${n}`,
    name,
    sentAt: null,
  };
}

export function upcoming(n: number, on: string): Upcoming {
  return { ...person(n), on };
}

/** `ago` in days before `now`. */
export function event(ago: number, fact: LedgerFact): LedgerEvent {
  return { ...fact, at: now - ago * day, run: "r1", account: "/in/ada" };
}

export function swept(
  ago: number,
  change: Partial<Extract<LedgerFact, { kind: "sweep-ended" }>> = {},
): LedgerEvent {
  return event(ago, {
    kind: "sweep-ended",
    outcome: "done",
    message: "",
    pending: 143,
    read: 143,
    counts: { fresh: 100, kept: 39, due: 4 },
    upcoming: [],
    ...change,
  });
}

export function withdrawn(ago: number, ref: InvitationRef): LedgerEvent[] {
  return [
    event(ago, { kind: "intent", invitation: ref }),
    event(ago - 0.0001, { kind: "withdrawn", invitation: ref }),
  ];
}

/** Somebody who invited the member. */
export function received(n: number, name = `Stranger ${n}`): InvitationRef {
  return { ...person(n, name), direction: "received" };
}

export function ignored(ago: number, ref: InvitationRef): LedgerEvent[] {
  return [
    event(ago, { kind: "intent", invitation: ref }),
    event(ago - 0.0001, { kind: "ignored", invitation: ref }),
  ];
}

/** A week in which everything happened. */
export const fullWeek: readonly LedgerEvent[] = [
  ...["Ada Example", "Grace Sample", "דנה לוי", "José Núñez"].flatMap((name, i) =>
    withdrawn(6 - i / 10, person(i, name)),
  ),
  ...["Zoë <b>Bold</b> & Co", "山田 太郎", "Omar Example"].flatMap((name, i) =>
    withdrawn(3 - i / 10, person(10 + i, name)),
  ),
  event(2.5, { kind: "intent", invitation: person(20, "Mia Midway") }),
  event(2.4, {
    kind: "failed",
    invitation: person(21, "Fay Failed"),
    reason: "LinkedIn said: Failed to withdraw invitation",
  }),
  event(2.3, {
    kind: "unverified",
    invitation: person(22, "Uma Unsure"),
    reason: "it was back on a fresh load",
  }),
  swept(1, {
    counts: { withdrawn: 3, fresh: 98, kept: 36, due: 4, answered: 2 },
    upcoming: [
      upcoming(30, "2026-05-18"),
      upcoming(31, "2026-05-18"),
      upcoming(32, "2026-05-19"),
      upcoming(33, "2026-05-19"),
    ],
  }),
];

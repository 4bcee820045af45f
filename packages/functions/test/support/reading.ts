import type { Invitation } from "@lapse/core/invitation/invitation";
import type { Reading } from "@lapse/core/reading/reading";
import { monday } from "./member.ts";

const day = 86_400_000;

export interface ReadingMaker {
  /** When it was read, ms. */
  readonly at?: number;
  /** How many days lie between one invitation and the next older one. */
  readonly daysApart?: number;
  /** Changes to single invitations; 0 is the newest. */
  readonly change?: (rank: number) => Partial<Invitation>;
}

/** `count` sent invitations, newest first: half a day old, and then one older by `daysApart` each. */
export function aReading(
  count: number,
  { at = monday, daysApart = 1, change = () => ({}) }: ReadingMaker = {},
): Reading {
  const invitations = Array.from({ length: count }, (_, rank) => ({
    ...anInvitation(rank, at - (0.5 + rank * daysApart) * day, at),
    ...change(rank),
  }));
  return { at, account: "/in/ada-example", sent: { pending: count, invitations }, received: null };
}

/** One that was sent at `sentAt` and read at `at` (ms), to "Person 7" at /in/person-7. */
export function anInvitation(number: number, sentAt: number, at: number): Invitation {
  const age = at - sentAt;
  return {
    // LinkedIn's ids hold the time in their upper bits.
    id: String((BigInt(sentAt) << 22n) + BigInt(number)),
    profile: `/in/person-${number}`,
    name: `Person ${number}`,
    sentAt: new Date(sentAt).toISOString(),
    direction: "sent",
    headline: "Works somewhere",
    addresses: [{ kind: "vanity", key: `person-${number}` }],
    label: `Sent ${Math.floor(age / day)} days ago`,
    hasNote: false,
    age: { atLeast: age, atMost: age },
    trouble: null,
  };
}

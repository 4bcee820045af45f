import { describe, expect, test } from "vitest";
import type { DashboardInput } from "../../src/dashboard/dashboard.ts";
import type { Status } from "../../src/dashboard/status.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import type { SweepOutcome } from "../../src/sweep/result.ts";
import { at, connectedMember, day, invitation, now, reading, shown, sweepEnded, waiting } from "./sample.ts";

const old = reading([invitation("ada", 45), invitation("bo", 50)]);
const paused = connectedMember({ policy: { ...defaultPolicy, paused: true } });
const ended = (outcome: SweepOutcome, daysAgo = 1) => ({ ...sweepEnded(now - daysAgo * day), outcome });

const states: readonly (readonly [string, Partial<DashboardInput>, Partial<Status>])[] = [
  [
    "a first visit asks to connect",
    { member: connectedMember({ session: "none", connectedAt: null, startedAt: null }) },
    { name: "first-visit", tone: "wait", to: "connect" },
  ],
  [
    "whoever was connected is told that nothing is done",
    { member: connectedMember({ session: "none" }), reading: old },
    { name: "disconnected", tone: "wait", to: "connect" },
  ],
  [
    "a connection that is tried is waited for",
    { member: connectedMember({ session: "none" }), errands: [waiting("try")] },
    { name: "trying", to: "trying" },
  ],
  [
    "connected and not started leads to the preview",
    { member: connectedMember({ startedAt: null }), reading: old },
    { name: "not-started", tone: "wait", to: "preview" },
  ],
  ["a pause is said", { member: paused, reading: old }, { name: "paused", tone: "wait", to: null }],
  ["a look that was asked for is said", { reading: old, errands: [waiting("look")] }, { name: "looking" }],
  [
    "a withdrawal that was asked for is said",
    { reading: old, errands: [waiting("withdraw", "/in/ada")] },
    { name: "looking" },
  ],
  ["nothing read yet is no good news", { reading: null }, { name: "going-on", tone: "wait" }],
  [
    "nobody due is good news",
    { reading: reading([invitation("ada", 2)]) },
    { name: "nothing-due", tone: "good", sentence: "All is well: nothing is coming up." },
  ],
  [
    "nobody due is no good news where no mail could tell of them",
    { member: connectedMember({ mail: "off", mailOff: "bounced" }), reading: old },
    { name: "nothing-due", tone: "wait", sentence: "Nothing is coming up." },
  ],
  [
    "what is coming up is counted, with its first day",
    { reading: old },
    {
      ...{ name: "coming", tone: "good" },
      sentence: "All is well: 2 invitations are coming up, the first on Tuesday 1 December at the earliest.",
    },
  ],
  [
    "a session out of use says that the member has to act",
    { member: connectedMember({ session: "out-of-use" }), reading: old, events: [ended("challenged")] },
    { name: "failing", tone: "bad", to: "connect", sentence: expect.stringContaining("pass the check") },
  ],
  [
    "a pause does not hide a session out of use",
    { member: { ...paused, session: "out-of-use" }, events: [ended("signed-out")] },
    { name: "failing", tone: "bad", to: "connect" },
  ],
  [
    "a page that is not understood is ours to mend",
    { reading: old, events: [ended("page-drift")] },
    { name: "failing", tone: "bad", to: null, sentence: expect.stringContaining("ours to mend") },
  ],
  [
    "a site out of reach is waited for",
    { reading: old, events: [ended("unreachable")] },
    { name: "going-on", tone: "wait" },
  ],
  [
    "a trouble is over once a later sweep did well",
    { reading: old, events: [ended("page-drift", 2), ended("nothing-due", 1)] },
    { name: "coming" },
  ],
  [
    "a new connection makes the old one's trouble past",
    { member: connectedMember({ connectedAt: now }), reading: old, events: [ended("blocked")] },
    { name: "coming" },
  ],
];

describe("the status sentence", () => {
  test.each(states)("%s", (_, input, status) => {
    expect(shown(input).status).toMatchObject(status);
  });

  test("asks to confirm when far more is due than was confirmed, and no more once it was", () => {
    const many = reading(Array.from({ length: 60 }, (_, i) => invitation(`person-${i}`, 40 + i)));
    const belt = [at(2, { kind: "confirmed", due: 3 }), ended("belt")];
    expect(shown({ reading: many, events: belt }).status).toMatchObject({ name: "failing", to: "preview" });
    const confirmed = [...belt, at(0.5, { kind: "confirmed", due: 60 })];
    expect(shown({ reading: many, events: confirmed }).status.name).toBe("coming");
  });
});

describe("What was asked for", () => {
  const minute = 60_000;
  const asked = (kind: "try" | "look" | "withdraw", minutesAgo: number) =>
    shown({ errands: [{ ...waiting(kind, "/in/ada"), askedAt: now - minutesAgo * minute }] }).answers;

  test("and nobody came back from within twenty minutes is said for an hour, and not that it was left", () => {
    expect([asked("withdraw", 19), asked("withdraw", 80), asked("try", 30)]).toEqual([[], [], []]);
    for (const minutes of [20, 79])
      expect(asked("withdraw", minutes)).toEqual([
        expect.stringContaining("cannot say whether it was made. Look at that profile"),
      ]);
    expect(asked("look", 20)).toEqual([expect.stringContaining("Nothing was touched; ask again.")]);
  });
});

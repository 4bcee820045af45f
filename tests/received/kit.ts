import type { ReceivedSpec } from "@lapse/replica/replica";
import { day, type Scene } from "../sweep/kit.ts";

/** Somebody who invited the member so many days ago. */
export function from(name: string, ageDays: number, more: Partial<ReceivedSpec> = {}): ReceivedSpec {
  return {
    name,
    slug: name.toLowerCase().replaceAll(" ", "-"),
    ageMs: ageDays * day,
    headline: "Recruiter",
    ...more,
  };
}

/** `count` people who invited the member, the i-th of them `ageOf(i)` days ago. */
export function strangers(count: number, ageOf: (i: number) => number): ReceivedSpec[] {
  return Array.from({ length: count }, (_, i) => from(`Otto ${String(i + 1).padStart(3, "0")}`, ageOf(i)));
}

/** The policy that asks for it. */
export const ignoring = (more: object = {}) => ({
  olderThanDays: 30,
  received: { ignoreOlderThanDays: 30 },
  ...more,
});

export const ignoredNames = ({ member }: Scene) => member.received.ignored().map(({ name }) => name);

/** What no sweep may ever do; to ignore is allowed here. */
export const violations = ({ replica }: Scene) => replica.journal.violations("ada-sender", { ignore: true });

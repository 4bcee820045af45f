import { count } from "../wording/count.ts";
import { visible } from "../wording/printable.ts";
import { dayOf } from "./day.ts";
import type { DigestFacts } from "./facts.ts";
import { doneTo } from "./sections.ts";

/** "7 invitations withdrawn, 4 coming up on 12 May". What the member has to do comes first. */
export function subjectOf(facts: DigestFacts): string {
  const { withdrawn, unproved, failed, standing } = facts;
  const parts: string[] = [];
  const counted = (n: number) => (parts.length === 0 ? count(n, "invitation") : String(n));
  if (withdrawn.length > 0) parts.push(`${counted(withdrawn.length)} withdrawn`);
  if (facts.ignored > 0)
    parts.push(
      parts.length === 0
        ? `${count(facts.ignored, "received invitation")} ignored`
        : `${facts.ignored} of others ignored`,
    );
  if (unproved.length > 0) parts.push(`${counted(unproved.length)} we cannot prove`);
  if (facts.comingUp.length > 0) parts.push(`${counted(facts.comingUp.length)} coming up ${daysOf(facts)}`);
  if (parts.length === 0 && failed.length > 0) {
    parts.push(`${count(failed.length, "invitation")} could not be ${doneTo(failed)}`);
  }
  const told = standing !== null && standing.actor !== "nobody";
  const news = parts.join(", ");
  if (told) return visible(news === "" ? standing.short : `${standing.short}; ${news}`);
  return visible(news === "" ? "All quiet: nothing withdrawn and nothing coming up" : news);
}

function daysOf({ comingUp, policy, now }: DigestFacts): string {
  const days = comingUp.map((coming) => dayOf(coming.from, policy.timezone, now));
  const [first] = days;
  if (first === undefined) return "";
  return days.every((day) => day.key === first.key) ? `on ${first.short}` : `from ${first.short}`;
}

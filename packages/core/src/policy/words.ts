import { count, listed } from "../wording/count.ts";
import type { Policy } from "./policy.ts";

/**
 * The policy as one sentence for the member: "Every day around 10:00 we withdraw up to 10 invitations older than 30
 * days, oldest first, never anyone you keep, after telling you a week before."
 */
export function policyInWords(policy: Policy): string {
  const clauses = [
    `${whenInWords(policy)} we withdraw ${howMany(policy.perDay)} older than ${count(policy.olderThanDays, "day")}`,
    "oldest first",
    neverInWords(policy),
    noticeInWords(policy.noticeDays),
  ];
  return `${clauses.join(", ")}${receivedInWords(policy)}.`;
}

/** When the digest comes: "Mondays around 09:00 (Europe/Berlin)". */
export function digestInWords(policy: Pick<Policy, "digest" | "timezone">): string {
  const { day, hour } = policy.digest;
  const name = day.charAt(0).toUpperCase() + day.slice(1);
  return `${name}s around ${String(hour).padStart(2, "0")}:00 (${policy.timezone})`;
}

function whenInWords(policy: Policy): string {
  const zone = policy.timezone === "UTC" ? "" : ` (${policy.timezone})`;
  const daily = `very day around 10:00${zone}`;
  const start = policy.paused
    ? `Nothing is withdrawn while you pause; once you resume, e${daily}`
    : `E${daily}`;
  const over = policy.onlyWhenPendingOver;
  if (over === 0) return start;
  return `${start}, while more than ${count(over, "invitation is", "invitations are")} pending,`;
}

function howMany(perDay: number): string {
  return perDay === 1 ? "one invitation" : `up to ${perDay} invitations`;
}

function neverInWords({ keep }: Policy): string {
  const named = [
    ...(keep.profiles.length > 0 ? [count(keep.profiles.length, "person", "people")] : []),
    ...(keep.words.length > 0 ? [count(keep.words.length, "word")] : []),
  ];
  const parts = [named.length > 0 ? `anyone you keep (${listed(named)})` : "anyone you keep"];
  if (keep.withNote) parts.push("one sent with a note");
  if (keep.newest > 0) parts.push(keep.newest === 1 ? "the newest one" : `the newest ${keep.newest}`);
  return `never ${listed(parts, "or")}`;
}

function noticeInWords(days: number): string {
  if (days === 0) return "without telling you before";
  if (days === 1) return "after telling you a day before";
  if (days === 7) return "after telling you a week before";
  return `after telling you ${days % 7 === 0 ? `${days / 7} weeks` : `${days} days`} before`;
}

function receivedInWords({ received }: Policy): string {
  const days = received.ignoreOlderThanDays;
  return days === null ? "" : `, and we ignore invitations you received more than ${count(days, "day")} ago`;
}

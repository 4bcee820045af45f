import { listed } from "../wording/count.ts";
import { defaultPolicy } from "./defaults.ts";
import { weekdays } from "./policy.ts";
import { limits } from "./schema.ts";

/** What each key accepts, in words that finish "it must be …". List entries are under their list's key and `[]`. */
const ranges: Readonly<Record<string, string>> = {
  policy: "an object",
  olderThanDays: whole(limits.olderThanDays),
  perDay: whole(limits.perDay),
  noticeDays: whole(limits.noticeDays),
  keep: "an object",
  "keep.profiles": `a list of at most ${limits.listLength} profile links`,
  "keep.profiles[]": `a LinkedIn profile link such as linkedin.com/in/ada-lovelace, at most ${limits.linkLength} characters`,
  "keep.words": `a list of at most ${limits.listLength} words or phrases`,
  "keep.words[]": `a word or phrase of 1 to ${limits.wordLength} characters, none of them lost in a wrong encoding`,
  "keep.withNote": "true or false",
  "keep.newest": whole(limits.newest),
  onlyWhenPendingOver: whole(limits.onlyWhenPendingOver),
  received: "an object",
  "received.ignoreOlderThanDays": `null or ${whole(limits.ignoreOlderThanDays)}`,
  paused: "true or false",
  timezone: "the IANA name of a time zone such as Europe/Berlin",
  digest: "an object",
  "digest.day": `one of ${listed(weekdays, "or")}`,
  "digest.hour": whole(limits.hour),
};

const keysOf: Readonly<Record<string, readonly string[]>> = {
  policy: Object.keys(defaultPolicy),
  keep: Object.keys(defaultPolicy.keep),
  received: Object.keys(defaultPolicy.received),
  digest: Object.keys(defaultPolicy.digest),
};

export function rangeOf(key: string): string {
  return ranges[key.replace(/\[\d+\]/, "[]")] ?? "something else";
}

/** The keys that an object of the policy has; `policy` names the outermost. */
export function knownKeys(key: string): string {
  return `one of the keys ${listed(keysOf[key] ?? [], "or")}`;
}

function whole([least, most]: readonly [number, number]): string {
  return `a whole number from ${least} to ${most}`;
}

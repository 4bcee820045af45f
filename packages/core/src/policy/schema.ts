import * as z from "zod";
import { profileAddress } from "../invitation/profile.ts";
import { cleanLink, cleanWord } from "./clean.ts";
import { defaultPolicy } from "./defaults.ts";
import { weekdays } from "./policy.ts";
import { isTimezone } from "./timezone.ts";

/** The ends of each range, both included. The one place where they are written. */
export const limits = {
  olderThanDays: [1, 365],
  perDay: [1, 50],
  noticeDays: [0, 28],
  newest: [0, 30_000],
  onlyWhenPendingOver: [0, 30_000],
  ignoreOlderThanDays: [7, 365],
  hour: [0, 23],
  listLength: 1000,
  linkLength: 500,
  wordLength: 100,
  /** Bytes of both lists as JSON: a record in the table may have 400 KB and holds more than them. */
  listBytes: 300_000,
} as const;

const profileLink = z
  .string()
  .transform(cleanLink)
  .refine((link) => link.length <= limits.linkLength && isWhole(link) && profileAddress(link) !== null);
const word = z
  .string()
  .transform(cleanWord)
  .refine((text) => text !== "" && text.length <= limits.wordLength && isWhole(text));

/** What stands for a character that was lost on the way is found in nobody's name: it would keep nobody. */
function isWhole(text: string): boolean {
  return text.isWellFormed() && !text.includes("\ufffd");
}

/** Strict all the way down: a key that we don't know may be a wish that we would not honour. */
export const policySchema = z.strictObject({
  olderThanDays: whole(limits.olderThanDays).default(defaultPolicy.olderThanDays),
  perDay: whole(limits.perDay).default(defaultPolicy.perDay),
  noticeDays: whole(limits.noticeDays).default(defaultPolicy.noticeDays),
  keep: z
    .strictObject({
      profiles: z.array(profileLink).max(limits.listLength).default([]),
      words: z.array(word).max(limits.listLength).default([]),
      withNote: z.boolean().default(defaultPolicy.keep.withNote),
      newest: whole(limits.newest).default(defaultPolicy.keep.newest),
    })
    .prefault({}),
  onlyWhenPendingOver: whole(limits.onlyWhenPendingOver).default(defaultPolicy.onlyWhenPendingOver),
  received: z
    .strictObject({ ignoreOlderThanDays: whole(limits.ignoreOlderThanDays).nullable().default(null) })
    .prefault({}),
  paused: z.boolean().default(defaultPolicy.paused),
  timezone: z.string().refine(isTimezone).default(defaultPolicy.timezone),
  digest: z
    .strictObject({
      day: z.enum(weekdays).default(defaultPolicy.digest.day),
      hour: whole(limits.hour).default(defaultPolicy.digest.hour),
    })
    .prefault({}),
});

function whole([least, most]: readonly [number, number]) {
  // Adding 0 turns -0, which JSON can carry, into 0.
  return z
    .int()
    .min(least)
    .max(most)
    .transform((value) => value + 0);
}

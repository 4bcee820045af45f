import * as z from "zod";
import { MemberRecordError } from "../errors.ts";
import type { Policy } from "../policy/policy.ts";
import { policySchema } from "../policy/schema.ts";
import { nextSweepAt } from "../schedule/nextSweep.ts";

/** One person who uses Lapse. Times are milliseconds since 1970. */
export interface Member {
  readonly id: string;
  readonly email: string;
  readonly policy: Policy;
  readonly createdAt: number;
  readonly nextSweepAt: number;
  /** The digest slot that was dealt with last; null before the first. */
  readonly lastDigestSlot: number | null;
  readonly mail: "on" | "off";
  /** Why the mail is off where the member did not say so: it came back, or was called spam. Null while it is on. */
  readonly mailOff: "bounced" | "complained" | null;
  /** When a sweep ended in a way that needs the member, of which no mail has told them yet; null where there is none. */
  readonly untoldSince: number | null;
  /** `out-of-use`: it was refused or challenged, and nothing uses it until the member connects again. */
  readonly session: "none" | "sealed" | "out-of-use";
  /** When the session in use was connected; null where there is none, or was never one. */
  readonly connectedAt: number | null;
  /** `/in/<slug>` of the account that the session was seen to belong to; null where it was not seen. */
  readonly account: string | null;
  /** When the member said "Start the clean-up"; null before. Until then nothing is withdrawn. */
  readonly startedAt: number | null;
  /** Opens the page that stops the mails, without signing in. */
  readonly unsubscribeToken: string;
  /** Signs the keep links of this member's digests; nothing else can be made from it. */
  readonly keepSecret: string;
  /** In [0, 1): which minute of the morning is this member's. */
  readonly spread: number;
}

const time = z.int().min(0);

/** A member as they are stored. Strict: a record that this version did not write is not guessed at. */
export const memberRecord: z.ZodType<Member> = z.strictObject({
  id: z.string().min(1).max(128),
  email: z.string().min(3).max(254),
  policy: policySchema,
  createdAt: time,
  nextSweepAt: time,
  lastDigestSlot: time.nullable(),
  mail: z.enum(["on", "off"]),
  // Records from before it was written do not have it.
  mailOff: z.enum(["bounced", "complained"]).nullable().default(null),
  untoldSince: time.nullable().default(null),
  session: z.enum(["none", "sealed", "out-of-use"]),
  connectedAt: time.nullable(),
  account: z.string().startsWith("/in/").max(500).nullable(),
  startedAt: time.nullable(),
  unsubscribeToken: z.string().min(16).max(256),
  keepSecret: z.string().min(16).max(256),
  spread: z.number().min(0).lt(1),
});

/** Reads a stored record; throws MemberRecordError, which names the fields and not what is in them. */
export function readMember(record: unknown): Member {
  const parsed = memberRecord.safeParse(record);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.join(", ") : issue.path.join(".") || "the whole",
  );
  throw new MemberRecordError(
    `A stored member record cannot be read: ${[...new Set(fields)].join(", ")}. It was written by another version, or altered.`,
  );
}

export interface NewMember {
  readonly email: string;
  readonly policy: Policy;
  readonly id: string;
  /** Random, for the unsubscribe link. */
  readonly token: string;
  /** Random, for the keep links. */
  readonly keepSecret: string;
  /** ms since 1970. */
  readonly now: number;
  /** Random, in [0, 1). */
  readonly spread: number;
}

export function newMember({ email, policy, id, token, keepSecret, now, spread }: NewMember): Member {
  return {
    id,
    email,
    policy,
    createdAt: now,
    nextSweepAt: nextSweepAt(policy, now, spread),
    lastDigestSlot: null,
    mail: "on",
    mailOff: null,
    untoldSince: null,
    session: "none",
    connectedAt: null,
    account: null,
    startedAt: null,
    unsubscribeToken: token,
    keepSecret,
    spread,
  };
}

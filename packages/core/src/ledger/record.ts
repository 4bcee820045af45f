import * as z from "zod";
import type { LedgerEvent } from "./event.ts";
import { feedbacks } from "./feedback.ts";

const reference = {
  id: z.string().nullable(),
  profile: z.string().nullable(),
  name: z.string(),
  sentAt: z.string().nullable(),
  direction: z.enum(["sent", "received"]).exactOptional(),
};
const invitation = z.strictObject(reference);
const time = z.iso.datetime({ offset: true });
const upcoming = z.array(z.strictObject({ ...reference, on: time, sentAfter: time.exactOptional() }));
const week = z.string().regex(/^\d{4}-W\d{2}$/);
const count = z.int().min(0);
/** How a sweep can end, as it is stored. */
export const sweepOutcome = z.enum([
  ...["done", "nothing-due", "capped", "out-of-time", "paused", "previewed", "belt", "signed-out"],
  ...["challenged", "wrong-account", "rate-limited", "blocked", "unreachable", "page-drift"],
  ...["unverified", "busy", "interrupted"],
] as const);
const state = z.enum([
  ...["withdrawn", "due", "kept", "fresh", "answered", "unverified", "failed", "unreadable", "ignored"],
] as const);
const written = { at: z.number().min(0), run: z.string().min(1), account: z.string().nullable() };

/** One event as it is stored. Strict: an event with a key that nobody knows is not silently half understood. */
export const ledgerRecord: z.ZodType<LedgerEvent> = z.discriminatedUnion("kind", [
  z.strictObject({
    ...written,
    kind: z.literal("sweep-started"),
    trigger: z.enum(["scheduled", "by-hand", "preview"]),
  }),
  z.strictObject({ ...written, kind: z.enum(["intent", "withdrawn", "ignored"]), invitation }),
  z.strictObject({ ...written, kind: z.enum(["failed", "unverified"]), invitation, reason: z.string() }),
  z.strictObject({
    ...written,
    kind: z.literal("reconciled"),
    invitation,
    found: z.enum(["still-pending", "gone"]),
  }),
  z.strictObject({
    ...written,
    kind: z.literal("sweep-ended"),
    outcome: sweepOutcome,
    message: z.string(),
    pending: count.nullable(),
    read: count,
    counts: z.partialRecord(state, count),
    upcoming,
    profile: z.string().exactOptional(),
  }),
  z.strictObject({
    ...written,
    kind: z.literal("answered"),
    invitation,
    age: z.strictObject({ atLeast: z.number().min(0), atMost: z.number().min(0) }),
  }),
  z.strictObject({
    ...written,
    kind: z.literal("problem-mail"),
    problem: sweepOutcome,
    since: z.number().min(0),
    step: z.enum(["sending", "sent", "failed", "deferred"]),
    attempt: z.int().min(2).exactOptional(),
  }),
  z.strictObject({ ...written, kind: z.literal("announced"), upcoming }),
  z.strictObject({ ...written, kind: z.literal("confirmed"), due: count }),
  z.strictObject({
    ...written,
    kind: z.literal("digest"),
    week,
    step: z.enum(["sending", "sent", "quiet"]),
    attempt: z.int().min(2).exactOptional(),
    until: z.number().min(0).exactOptional(),
    upcoming: upcoming.exactOptional(),
  }),
  z.strictObject({
    ...written,
    kind: z.literal("digest-failed"),
    week,
    reason: z.string(),
    again: z.literal(true).exactOptional(),
  }),
  z.strictObject({
    ...written,
    kind: z.literal("mail-feedback"),
    mail: z.enum(["digest", "problem"]),
    feedback: z.enum(feedbacks),
  }),
]);

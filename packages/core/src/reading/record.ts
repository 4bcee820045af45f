import * as z from "zod";
import type { Reading } from "./reading.ts";

const age = z.strictObject({ atLeast: z.number().min(0), atMost: z.number().min(0).nullable() });
const address = z.strictObject({ kind: z.enum(["vanity", "urn"]), key: z.string() });

const invitation = z.strictObject({
  id: z.string().nullable(),
  profile: z.string().nullable(),
  name: z.string(),
  sentAt: z.string().nullable(),
  direction: z.enum(["sent", "received"]),
  headline: z.string().nullable(),
  addresses: z.array(address),
  label: z.string().nullable(),
  hasNote: z.boolean(),
  age: age.nullable(),
  trouble: z.string().nullable(),
  person: z.literal(false).exactOptional(),
});

const list = z.strictObject({
  pending: z.int().min(0).nullable(),
  invitations: z.array(invitation),
});

/** A reading as it is stored; strict, so that one of another version is not half understood. */
export const readingRecord: z.ZodType<Reading> = z.strictObject({
  at: z.number().min(0),
  account: z.string().nullable(),
  sent: list,
  received: list.nullable(),
});

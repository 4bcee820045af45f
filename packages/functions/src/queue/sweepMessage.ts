import * as z from "zod";

const who = { memberId: z.string().min(1), runId: z.string().min(1) };

/**
 * What the queue of sweeps carries: who, which run, and what is to be done. Never a policy, and never anything of a
 * session. `sweep` is the scheduled one; `look` only reads; `try` reads with a session that waits to be taken, of the
 * given version; `withdraw` is the member's own word about one person, named by `/in/<slug>`.
 */
export const sweepMessage = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("sweep"), ...who }),
  z.strictObject({ kind: z.literal("look"), ...who }),
  z.strictObject({ kind: z.literal("try"), ...who, version: z.string().min(1) }),
  z.strictObject({ kind: z.literal("withdraw"), ...who, profile: z.string().startsWith("/in/").max(500) }),
]);

export type SweepMessage = z.output<typeof sweepMessage>;

/** The message in an SQS body, or null: what a stranger wrote there is neither trusted nor quoted. */
export function sweepMessageIn(body: string): SweepMessage | null {
  try {
    return sweepMessage.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

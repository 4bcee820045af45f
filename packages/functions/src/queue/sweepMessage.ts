import * as z from "zod";

/** What the queue of sweeps carries: who, and which run. Never a policy, and never anything of a session. */
export const sweepMessage = z.strictObject({ memberId: z.string().min(1), runId: z.string().min(1) });

export type SweepMessage = z.output<typeof sweepMessage>;

/** The message in an SQS body; throws a ZodError, or a SyntaxError, where it is none. */
export function readSweepMessage(body: string): SweepMessage {
  return sweepMessage.parse(JSON.parse(body));
}

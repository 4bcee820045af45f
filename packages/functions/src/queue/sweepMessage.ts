import * as z from "zod";

/** What the queue of sweeps carries: who, and which run. Never a policy, and never anything of a session. */
export const sweepMessage = z.strictObject({ memberId: z.string().min(1), runId: z.string().min(1) });

export type SweepMessage = z.output<typeof sweepMessage>;

/** The message in an SQS body, or null: what a stranger wrote there is neither trusted nor quoted. */
export function sweepMessageIn(body: string): SweepMessage | null {
  try {
    return sweepMessage.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

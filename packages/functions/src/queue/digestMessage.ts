import * as z from "zod";

/**
 * What the queue of digests carries: whose turn it is, and which run. It is a word to look, not an order: what is told,
 * and whether, is for the member's record and ledger to say when it is read.
 */
export const digestMessage = z.strictObject({
  kind: z.literal("digest"),
  memberId: z.string().min(1),
  runId: z.string().min(1),
});

export type DigestMessage = z.output<typeof digestMessage>;

/** The message in an SQS body, or null: what a stranger wrote there is neither trusted nor quoted. */
export function digestMessageIn(body: string): DigestMessage | null {
  try {
    return digestMessage.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

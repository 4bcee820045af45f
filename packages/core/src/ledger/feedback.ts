import type { LedgerEvent } from "./event.ts";

/**
 * What came back about a mail. `bounced`: it will never arrive there. `undelivered`: it did not arrive this time, or
 * an automatic answer came instead of a reader. `suppressed`: the sending service did not try, because of earlier ones.
 * `rejected`: the service would not send what was in it. `complained`: it arrived, and was called spam.
 */
export const feedbacks = ["bounced", "undelivered", "suppressed", "rejected", "complained"] as const;
export type Feedback = (typeof feedbacks)[number];

/**
 * The runs whose mail of this kind told nobody anything. Where in the ledger it says so does not matter: a bounce may
 * be written down before the mail that bounced.
 */
export function returnedRuns(
  events: readonly LedgerEvent[],
  mail: "digest" | "problem",
): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) =>
      event.kind === "mail-feedback" && event.mail === mail && event.feedback !== "complained"
        ? [event.run]
        : [],
    ),
  );
}

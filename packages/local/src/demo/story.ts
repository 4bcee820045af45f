import type { LedgerEvent } from "@lapse/core/ledger/event";
import type { SweepOutcome } from "@lapse/core/sweep/result";

/** What became of a member, from the ledger alone: so a demo that was started again tells the whole of it. */
export interface Story {
  /** The last sweep's end; null where none has ended. */
  readonly ended: { readonly outcome: SweepOutcome; readonly message: string } | null;
  readonly withdrawn: readonly string[];
  /** `unclear`: it was being sent when the stack was killed, and is not sent again, because it may have arrived. */
  readonly digest: "sent" | "quiet" | "failed" | "unclear" | "none";
}

export function storyOf(events: readonly LedgerEvent[]): Story {
  const withdrawn = new Map<string, string>();
  let ended: Story["ended"] = null;
  let digest: Story["digest"] = "none";
  for (const event of events) {
    if (event.kind === "withdrawn" || (event.kind === "reconciled" && event.found === "gone")) {
      const { id, name } = event.invitation;
      withdrawn.set(id ?? name, name);
    } else if (event.kind === "sweep-ended") ended = { outcome: event.outcome, message: event.message };
    else if (event.kind === "digest") digest = event.step === "sending" ? "unclear" : event.step;
    else if (event.kind === "digest-failed") digest = "failed";
  }
  return { ended, withdrawn: [...withdrawn.values()], digest };
}

/**
 * Why the demo has not done what it is there for; null where it has.
 * @param arrived whether the inbox of this computer has a mail for the member
 */
export function problemOf({ ended, withdrawn, digest }: Story, arrived: boolean): string | null {
  if (ended === null) return "no sweep came to its end";
  if (ended.outcome !== "done" && ended.outcome !== "nothing-due")
    return `the sweep ended as ${ended.outcome}: ${ended.message}`;
  if (withdrawn.length === 0 || arrived) return null;
  if (digest === "unclear")
    return "the digest was being sent when Lapse was ended; it is not sent a second time";
  return "there is no digest";
}

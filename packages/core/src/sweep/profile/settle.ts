import type { Attempt } from "../../linkedin/act/withdraw.ts";
import type { Listed } from "../../linkedin/list/list.ts";
import { NoSuchProfile } from "../../linkedin/profile/open.ts";
import { outweighs, SweepStop } from "../../linkedin/visit/stop.ts";
import { TabLost } from "../../linkedin/visit/tab.ts";
import { refOf } from "../board.ts";
import { type Ending, endingOf } from "../ending.ts";
import { tookOver } from "../lastLook.ts";
import type { ProfileRun } from "./ports.ts";
import { openAndRead } from "./steps.ts";

/** Records what became of the attempt, and has a fresh load of the page say it once more. */
export async function settle(run: ProfileRun, meant: Listed, attempt: Attempt): Promise<Ending> {
  const invitation = refOf(meant);
  switch (attempt.kind) {
    case "withdrawn":
      run.set(meant, "withdrawn", "verified on its page");
      await run.write({ kind: "withdrawn", invitation });
      return attempt.stop === undefined ? recheck(run, meant) : endingOf(attempt.stop);
    case "held":
      run.set(meant, "due", attempt.reason);
      if (attempt.reason === tookOver) return { outcome: "busy", why: null };
      if (run.visit.signal.aborted) return { outcome: "interrupted", why: null };
      return { outcome: "paused", why: attempt.reason };
    case "failed":
      run.set(meant, "failed", attempt.reason);
      await run.write({ kind: "failed", invitation, reason: attempt.reason });
      return attempt.stop === undefined ? { outcome: "done", why: null } : endingOf(attempt.stop);
    case "unverified":
      return unproved(run, meant, attempt.reason, attempt.stop ?? null);
    case "gone":
      return resolve(run, meant, "its control left the page before the click", false);
    case "doubt":
      return resolve(run, meant, attempt.reason, attempt.once !== true);
  }
}

/**
 * A fresh load of the page tells what the click came to. Still pending: nothing changed. Gone: nobody can tell by whom,
 * if the click that counts may have been carried out.
 */
async function resolve(run: ProfileRun, meant: Listed, reason: string, clicked: boolean): Promise<Ending> {
  const now = await lookAgain(run);
  switch (now.kind) {
    case "pending":
      return settle(run, meant, { kind: "failed", reason });
    case "unknown":
      return unproved(run, meant, reason, now.stop);
    case "gone":
      if (clicked) return unproved(run, meant, `${reason}, and on a fresh load it is gone`, null);
      run.set(meant, "answered", `${reason}; answered, or withdrawn by another hand`);
      return { outcome: "done", why: null };
  }
}

/** The second proof: what we withdrew must be gone from a fresh load of the page, too. */
async function recheck(run: ProfileRun, meant: Listed): Promise<Ending> {
  const now = await lookAgain(run);
  switch (now.kind) {
    case "gone":
      return { outcome: "done", why: null };
    case "pending":
      return unproved(run, meant, "on a fresh load of the profile it is pending again", null);
    case "unknown":
      return now.stop === null
        ? unproved(run, meant, "a fresh load of the profile does not show it", null)
        : endingOf(now.stop);
  }
}

type Fresh =
  | { readonly kind: "pending" | "gone" }
  | { readonly kind: "unknown"; readonly stop: SweepStop | null };

async function lookAgain(run: ProfileRun): Promise<Fresh> {
  run.ports.onProgress?.({ step: "checking" });
  try {
    const reading = await openAndRead(run);
    if (reading.kind === "refused") return { kind: "unknown", stop: null };
    return { kind: reading.pending.kind === "none" ? "gone" : "pending" };
  } catch (cause) {
    if (cause instanceof SweepStop) return { kind: "unknown", stop: cause };
    if (cause instanceof NoSuchProfile || cause instanceof TabLost) return { kind: "unknown", stop: null };
    throw cause;
  }
}

async function unproved(
  run: ProfileRun,
  meant: Listed,
  reason: string,
  stop: SweepStop | null,
): Promise<Ending> {
  run.set(meant, "unverified", reason);
  await run.write({ kind: "unverified", invitation: refOf(meant), reason });
  if (stop !== null && outweighs(stop)) return endingOf(stop);
  const why = `The withdrawal of the invitation to ${meant.invitation.name} could not be proved (${reason}). Look at that profile yourself.`;
  return { outcome: "unverified", why };
}

import type { Member } from "@lapse/core/member/member";
import type { SweepOutcome } from "@lapse/core/sweep/result";
import type { Errand } from "../../store/errands.ts";

/** How the session that was given last is doing. */
export type Trying =
  | { readonly kind: "none" }
  | { readonly kind: "waiting" }
  /** Nobody came for it, or nobody came to its end: a worker would have, long ago. */
  | { readonly kind: "late" }
  | { readonly kind: "taken"; readonly account: string | null }
  | { readonly kind: "refused"; readonly outcome: SweepOutcome; readonly message: string };

const lateAfterMs = 20 * 60_000;

/** @param now ms since 1970 */
export function tryingOf(errands: readonly Errand[], member: Member, now: number): Trying {
  const errand = errands.find(({ kind }) => kind === "try");
  if (errand === undefined) return { kind: "none" };
  const { state, askedAt } = errand;
  // What the member's record says is what counts, also where the worker died before it could say more: a session that was
  // disconnected since is not connected.
  if (member.session === "sealed" && member.connectedAt !== null && member.connectedAt >= askedAt)
    return { kind: "taken", account: member.account };
  if (state.kind === "waiting") return { kind: askedAt > now - lateAfterMs ? "waiting" : "late" };
  if (state.outcome === "previewed") return { kind: "none" };
  return { kind: "refused", outcome: state.outcome, message: state.message };
}

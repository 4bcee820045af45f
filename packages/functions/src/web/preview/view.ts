import { createHash } from "node:crypto";
import { type Insight, insightOf } from "@lapse/core/insight/insight";
import { invitationKey } from "@lapse/core/invitation/invitation";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import type { Member } from "@lapse/core/member/member";
import { announcesDue } from "@lapse/core/plan/announcing";
import type { Policy } from "@lapse/core/policy/policy";
import { type Preview, previewOf } from "@lapse/core/preview/preview";
import { type Errand, errandWaitsMs } from "../../store/errands.ts";
import type { WebPorts } from "../app.ts";

/** A member's list as a page shows it: planned anew, with what goes on around it. */
export interface PreviewView {
  readonly member: Member;
  /** Those that it was planned with; the member's own, or what they would be. */
  readonly policy: Policy;
  readonly preview: Preview;
  readonly insight: Insight | null;
  /** `/in/<slug>` of the account that was read, where the page showed it. */
  readonly account: string | null;
  /** How many of those due no digest and no start has named, or none that counts still, while notice is asked for. */
  readonly untold: number;
  /** Whether sweeps wait until the member looks at the list and confirms it. */
  readonly asked: boolean;
  /** Whether a worker is reading the list now. */
  readonly looking: boolean;
  /** Tells this list and these rules from any other: nobody confirms what they did not see. */
  readonly fingerprint: string;
  /** ms since 1970. */
  readonly now: number;
}

type Ports = Pick<WebPorts, "readings" | "errands" | "ledgerOf" | "now">;

/** The list with these rules; null where it has not been read yet. Changes nothing. */
export async function previewFor(
  ports: Ports,
  member: Member,
  policy: Policy = member.policy,
): Promise<PreviewView | null> {
  const [reading, events, looking] = await Promise.all([
    ports.readings.get(member.id),
    ports.ledgerOf(member.id).read(),
    isLooking(ports, member.id),
  ]);
  if (reading === null) return null;
  const now = ports.now();
  const preview = previewOf({ policy, reading, events, now, announcing: announcesDue(member) });
  return {
    ...{ member, policy, preview, looking, now },
    account: reading.account ?? member.account,
    // What the member withdraws at is what their rules say, also while another number is shown.
    insight: insightOf(events, member.policy),
    untold: policy.noticeDays === 0 ? 0 : preview.coming.filter((item) => !item.told).length,
    asked: preview.belt || lastOutcome(events) === "belt",
    fingerprint: fingerprintOf(policy, preview),
  };
}

/** Whether a worker was asked for the list and has not answered yet. */
export async function isLooking(ports: Pick<Ports, "errands" | "now">, memberId: string): Promise<boolean> {
  const reads = ({ kind, state, askedAt }: Errand) =>
    kind !== "withdraw" && state.kind === "waiting" && askedAt > ports.now() - errandWaitsMs;
  return (await ports.errands.list(memberId)).some(reads);
}

function lastOutcome(events: readonly LedgerEvent[]): string | null {
  const last = events.findLast((event) => event.kind === "sweep-ended" && event.profile === undefined);
  return last?.kind === "sweep-ended" ? last.outcome : null;
}

/** Who is due is part of it, because a page that was left open grows older, and with it everybody on it. */
function fingerprintOf(policy: Policy, { readAt, coming }: Preview): string {
  const due = coming.map(({ ref }) => invitationKey(ref)).sort();
  return createHash("sha256")
    .update(JSON.stringify([readAt, policy, due]))
    .digest("base64url")
    .slice(0, 22);
}

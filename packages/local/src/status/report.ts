import { dashboardOf } from "@lapse/core/dashboard/dashboard";
import { standings } from "@lapse/core/digest/standing";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import type { Member } from "@lapse/core/member/member";
import type { Reading } from "@lapse/core/reading/reading";
import { visible } from "@lapse/core/wording/printable";
import { nextDigestAt, nextSweepOf } from "./next.ts";

/** How things stand with one member, as `lapse status --json` prints it. Times are ISO 8601 in UTC. */
export interface MemberStatus {
  readonly email: string;
  readonly connection: "none" | "connected" | "out-of-use";
  /** `/in/<slug>`; null where it was not seen. */
  readonly account: string | null;
  readonly connectedAt: string | null;
  readonly startedAt: string | null;
  readonly paused: boolean;
  /** How it stands, in a sentence or two. */
  readonly status: string;
  /** Who has something to do about it. */
  readonly whoActs: "member" | "us" | "nobody";
  readonly lastSweep: { readonly at: string; readonly outcome: string; readonly message: string } | null;
  /** What LinkedIn's counter said when the list was read last. */
  readonly pending: number | null;
  readonly readAt: string | null;
  readonly nextSweepAt: string | null;
  /** Why there is no next sweep; null where there is one. */
  readonly noSweep: string | null;
  readonly nextDigestAt: string | null;
}

export interface StatusInput {
  readonly member: Member;
  readonly reading: Reading | null;
  readonly events: readonly LedgerEvent[];
  /** ms since 1970. */
  readonly now: number;
}

const connections = { none: "none", sealed: "connected", "out-of-use": "out-of-use" } as const;

export function memberStatus({ member, reading, events, now }: StatusInput): MemberStatus {
  const board = dashboardOf({ member, reading, events, now });
  const last = events.findLast((event) => event.kind === "sweep-ended");
  const next = nextSweepOf(member, now);
  return {
    email: member.email,
    connection: connections[member.session],
    account: member.account,
    connectedAt: iso(member.connectedAt),
    startedAt: iso(member.startedAt),
    paused: member.policy.paused,
    status: visible(board.status.sentence),
    whoActs: whoActs(board.status, last?.outcome ?? null),
    lastSweep:
      last === undefined
        ? null
        : { at: iso(last.at) ?? "", outcome: last.outcome, message: visible(last.message) },
    pending: board.pending,
    readAt: iso(board.readAt),
    nextSweepAt: next.kind === "at" ? iso(next.at) : null,
    noSweep: next.kind === "none" ? next.why : null,
    nextDigestAt: iso(nextDigestAt(member, now)),
  };
}

type Board = ReturnType<typeof dashboardOf>;

/** A status that leads somewhere is the member's; one that fails without a way out is ours. */
function whoActs(
  { to, tone }: Board["status"],
  outcome: keyof typeof standings | null,
): MemberStatus["whoActs"] {
  if (to !== null && to !== "trying") return "member";
  if (tone !== "bad") return "nobody";
  return (outcome === null ? null : standings[outcome]?.actor) ?? "us";
}

function iso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

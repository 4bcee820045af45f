import { type AskedErrand, type DashboardInput, dashboardOf } from "../../src/dashboard/dashboard.ts";
import type { DashboardItem, GroupName } from "../../src/dashboard/item.ts";
import type { Invitation } from "../../src/invitation/invitation.ts";
import type { LedgerFact } from "../../src/ledger/event.ts";
import { type Member, newMember } from "../../src/member/member.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import type { Reading } from "../../src/reading/reading.ts";
import { day, invitation, now } from "../invitation/sample.ts";
import { event, sweepEnded } from "../ledger/sample.ts";

export { day, event, invitation, now, sweepEnded };

/** A member who connected ten days ago, started nine days ago, and is swept next in an hour. */
export function connectedMember(more: Partial<Member> = {}): Member {
  const made = newMember({
    ...{ email: "ada@example.org", policy: defaultPolicy, id: "ada", spread: 0.5 },
    ...{ token: "token-0123456789abcdef", keepSecret: "secret-0123456789abcdef", now: now - 20 * day },
  });
  return {
    ...made,
    ...{ session: "sealed", connectedAt: now - 10 * day, startedAt: now - 9 * day, account: "/in/ada" },
    nextSweepAt: now + 3_600_000,
    ...more,
  };
}

/** Read an hour ago; each invitation so many days old by now. */
export function reading(invitations: readonly Invitation[], received: Reading["received"] = null): Reading {
  return {
    at: now,
    account: "/in/ada",
    sent: { pending: invitations.length, invitations },
    received,
  };
}

export function shown(more: Partial<DashboardInput> = {}) {
  return dashboardOf({ member: connectedMember(), reading: null, events: [], now, ...more });
}

export function group(of: Partial<DashboardInput>, name: GroupName): readonly DashboardItem[] {
  return shown(of).groups.find((each) => each.name === name)?.items ?? [];
}

export function waiting(kind: AskedErrand["kind"], about = ""): AskedErrand {
  return { kind, about, askedAt: now, state: { kind: "waiting" } };
}

export const at = (daysAgo: number, fact: LedgerFact) => event(now - daysAgo * day, fact);

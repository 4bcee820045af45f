import { type Dashboard, dashboardOf } from "@lapse/core/dashboard/dashboard";
import type { DashboardItem } from "@lapse/core/dashboard/item";
import { type Invitation, invitationKey } from "@lapse/core/invitation/invitation";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import type { Member } from "@lapse/core/member/member";
import type { Reading } from "@lapse/core/reading/reading";
import type { WebPorts } from "../app.ts";

export type DataPorts = Pick<WebPorts, "readings" | "ledgerOf" | "errands" | "now">;

/** What is stored of a member, and what the dashboard makes of it. */
export interface DashboardData {
  readonly board: Dashboard;
  readonly reading: Reading | null;
  readonly events: readonly LedgerEvent[];
  /** The moment that it was made for, ms. */
  readonly now: number;
}

export async function dashboardData(
  member: Member,
  { readings, ledgerOf, errands, now }: DataPorts,
): Promise<DashboardData> {
  const [reading, events, asked] = await Promise.all([
    readings.get(member.id),
    ledgerOf(member.id).read(),
    errands.list(member.id),
  ]);
  const at = now();
  return {
    board: dashboardOf({ member, reading, events, errands: asked, now: at }),
    reading,
    events,
    now: at,
  };
}

/** The invitation of this key as it was read last; null where the member's list has none. */
export function invitationIn(reading: Reading | null, key: string): Invitation | null {
  const lists = [reading?.sent.invitations ?? [], reading?.received?.invitations ?? []];
  return lists.flat().find((invitation) => invitationKey(invitation) === key) ?? null;
}

/** How the dashboard shows the invitation of this key. */
export function itemIn({ groups }: Dashboard, key: string): DashboardItem | null {
  return groups.flatMap(({ items }) => items).find((item) => item.key === key) ?? null;
}

import { type DashboardInput, dashboardOf } from "../dashboard/dashboard.ts";
import { csvOf } from "./csv.ts";
import { exportRows } from "./rows.ts";

/** Which shape the JSON has. It gets another number when a key is renamed, removed or means something else. */
export const exportSchema = "lapse-export/1";

type ExportInput = Omit<DashboardInput, "errands">;

/** Every invitation as it stands, and the whole ledger, for a spreadsheet; see `csvOf` and `columns`. */
export function exportCsv(input: ExportInput): string {
  return csvOf(exportRows(dashboardOf(input), input.events));
}

/**
 * Everything that is stored about a member but their session and what signs their links: for them to keep, or to take
 * elsewhere. Times are ISO 8601 in UTC, but for those inside `reading` and `ledger`, which stand as they are stored (ms
 * since 1970).
 */
export function exportJson(input: ExportInput): string {
  const { member, reading, events, now } = input;
  const board = dashboardOf(input);
  const whole = {
    schema: exportSchema,
    exportedAt: iso(now),
    member: {
      email: member.email,
      signedUpAt: iso(member.createdAt),
      mail: member.mail,
      mailOff: member.mailOff,
      session: member.session,
      connectedAt: iso(member.connectedAt),
      account: member.account,
      startedAt: iso(member.startedAt),
      policy: member.policy,
    },
    invitations: board.groups.flatMap(({ items }) =>
      items.map(({ key, ref, state, reason, on }) => ({
        ...{ key, name: ref.name, profile: ref.profile, id: ref.id },
        ...{ direction: ref.direction ?? "sent", sentAt: ref.sentAt, state, reason, on: iso(on) },
      })),
    ),
    reading,
    ledger: events,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function iso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

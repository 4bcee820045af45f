import type { Dashboard } from "../dashboard/dashboard.ts";
import type { InvitationRef } from "../invitation/invitation.ts";
import type { LedgerEvent } from "../ledger/event.ts";

/**
 * The columns. `part` is `invitation` (one as it stands now) or `event` (one line of the ledger). Times are ISO 8601 in
 * UTC: `at` when it happened or, of an invitation, when the list was read; `on` the day from which it may happen.
 */
export const columns = [
  "part",
  "at",
  "what",
  "name",
  "profile",
  "direction",
  "id",
  "sentAt",
  "on",
  "reason",
  "run",
] as const;

type Cells = Partial<Record<(typeof columns)[number], string>>;

/** A header, the invitations, and the ledger from its first event on. */
export function exportRows(board: Dashboard, events: readonly LedgerEvent[]): string[][] {
  const invitations = board.groups.flatMap(({ items }) =>
    items.map(
      ({ ref, state, reason, on }): Cells => ({
        ...{ part: "invitation", at: iso(board.readAt), what: state, ...refCells(ref) },
        ...{ on: iso(on), reason },
      }),
    ),
  );
  return [[...columns], ...[...invitations, ...events.flatMap(eventCells)].map(inOrder)];
}

function eventCells(event: LedgerEvent): Cells[] {
  const base = { part: "event", at: iso(event.at), what: event.kind, run: event.run };
  switch (event.kind) {
    case "intent":
    case "withdrawn":
    case "ignored":
    case "answered":
      return [{ ...base, ...refCells(event.invitation) }];
    case "failed":
    case "unverified":
      return [{ ...base, ...refCells(event.invitation), reason: event.reason }];
    case "reconciled":
      return [{ ...base, ...refCells(event.invitation), reason: event.found }];
    case "announced":
      return event.upcoming.map((coming) => ({ ...base, ...refCells(coming), on: coming.on }));
    case "sweep-started":
      return [{ ...base, reason: event.trigger }];
    case "sweep-ended":
      return [{ ...base, profile: event.profile ?? "", reason: `${event.outcome}: ${event.message}` }];
    case "confirmed":
      return [{ ...base, reason: `${event.due} due` }];
    case "digest":
      return [
        { ...base, reason: `${event.week}: ${event.step}` },
        ...(event.upcoming ?? []).map((coming) => ({
          ...{ ...base, ...refCells(coming), on: coming.on, reason: `${event.week}: named` },
        })),
      ];
    case "digest-failed":
      return [{ ...base, reason: `${event.week}: ${event.reason}` }];
    case "problem-mail":
      return [{ ...base, reason: `${event.problem}: ${event.step}` }];
    case "mail-feedback":
      return [{ ...base, reason: `${event.mail}: ${event.feedback}` }];
  }
}

function refCells({ name, profile, direction, id, sentAt }: InvitationRef): Cells {
  const side = direction ?? "sent";
  return { name, profile: profile ?? "", direction: side, id: id ?? "", sentAt: sentAt ?? "" };
}

function inOrder(cells: Cells): string[] {
  return columns.map((column) => cells[column] ?? "");
}

function iso(ms: number | null): string {
  return ms === null ? "" : new Date(ms).toISOString();
}

import type { Member } from "@lapse/core/member/member";
import { momentInWords } from "../command/when.ts";
import type { MemberStatus } from "./report.ts";

const actors = {
  member: "this member",
  us: "Lapse itself has to be mended: 'lapse doctor' says what to send",
  nobody: "nobody",
} as const;

/** One member's status as a person reads it in a terminal. */
export function wordsOfStatus(status: MemberStatus, { policy }: Member, now: number): string {
  const when = (iso: string | null) =>
    iso === null ? null : momentInWords(Date.parse(iso), policy.timezone, now);
  const rows: readonly (readonly [string, string | null])[] = [
    ["status", status.status],
    ["who acts", status.whoActs === "nobody" ? null : actors[status.whoActs]],
    ["connection", connection(status, when(status.connectedAt))],
    ["pending", status.pending === null ? null : `${status.pending}, read ${when(status.readAt)}`],
    ["last sweep", last(status, when(status.lastSweep?.at ?? null))],
    ["next sweep", when(status.nextSweepAt) ?? `none: ${status.noSweep}`],
    ["next digest", when(status.nextDigestAt) ?? "none: mails are off"],
  ];
  const lines = rows.flatMap(([name, words]) => (words === null ? [] : [`  ${name.padEnd(12)}${words}`]));
  return `${[status.email, ...lines].join("\n")}\n`;
}

function connection({ connection, account }: MemberStatus, since: string | null): string {
  switch (connection) {
    case "none":
      return "none";
    case "out-of-use":
      return "out of use until the member connects again";
    case "connected":
      return [account ?? "connected", ...(since === null ? [] : [`since ${since}`])].join(", ");
  }
}

function last({ lastSweep }: MemberStatus, at: string | null): string {
  return lastSweep === null ? "none yet" : `${at}: ${lastSweep.message}`;
}

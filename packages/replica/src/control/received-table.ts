import type { ReceivedInvitation } from "../invitation/received.ts";
import { escaped } from "../layouts/markup.ts";
import type { ReplicaMember } from "../member/member.ts";
import { table } from "./document.ts";
import { time } from "./time.ts";

/** What others sent to the member, and what became of it. */
export function receivedTable({ received }: ReplicaMember): string {
  const pending = received.pending();
  const rows = [
    ...pending.map((invitation) => cells(invitation, "pending")),
    ...received.ignored().map((invitation) => cells(invitation, "ignored")),
    ...received.accepted().map((invitation) => cells(invitation, "accepted")),
  ];
  return (
    `<details><summary>Received (${pending.length})</summary>` +
    `${table(["Name", "Kind", "Sent", "Is"], rows)}</details>`
  );
}

const cells = ({ name, kind, sentAt }: ReceivedInvitation, state: string): string[] => [
  escaped(name),
  kind,
  time(sentAt),
  state,
];

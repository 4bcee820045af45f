import { Among } from "../invitation/among.ts";
import type { Invitation } from "../invitation/invitation.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import type { Reading, ReadList } from "./reading.ts";

/**
 * The reading as it is at `now` (ms): every age has grown by the time since it was read. A clock that was set back
 * makes nobody younger.
 */
export function agedTo(reading: Reading, now: number): Reading {
  const passed = Math.max(0, now - reading.at);
  const aged = (list: ReadList): ReadList => ({
    ...list,
    invitations: list.invitations.map((invitation) => olderBy(invitation, passed)),
  });
  return {
    ...reading,
    at: reading.at + passed,
    sent: aged(reading.sent),
    received: reading.received === null ? null : aged(reading.received),
  };
}

/** What of a reading is still pending at `now`: aged, and without those that the ledger saw go since it was read. */
export function pendingNow(reading: Reading, events: readonly LedgerEvent[], now: number): Reading {
  const gone = goneSince(reading.at, events);
  const left = (list: ReadList): ReadList => {
    const invitations = list.invitations.filter((each) => !gone.has(each));
    const fewer = list.invitations.length - invitations.length;
    return { pending: list.pending === null ? null : Math.max(0, list.pending - fewer), invitations };
  };
  const aged = agedTo(reading, now);
  return { ...aged, sent: left(aged.sent), received: aged.received === null ? null : left(aged.received) };
}

/** Those whose last word since `at` is that they are gone. What could not be proved may still be there. */
function goneSince(at: number, events: readonly LedgerEvent[]): Among {
  const gone = new Among();
  for (const event of events) {
    if (event.at < at) continue;
    switch (event.kind) {
      case "withdrawn":
      case "ignored":
      case "answered":
        gone.add(event.invitation);
        break;
      case "reconciled":
        if (event.found === "gone") gone.add(event.invitation);
        else gone.delete(event.invitation);
        break;
      case "intent":
      case "failed":
      case "unverified":
        gone.delete(event.invitation);
        break;
      default:
        break;
    }
  }
  return gone;
}

function olderBy(invitation: Invitation, passed: number): Invitation {
  if (invitation.age === null || passed === 0) return invitation;
  const { atLeast, atMost } = invitation.age;
  return {
    ...invitation,
    age: { atLeast: atLeast + passed, atMost: atMost === null ? null : atMost + passed },
  };
}

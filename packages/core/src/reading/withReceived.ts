import type { Invitation } from "../invitation/invitation.ts";
import type { Reading, ReadList } from "./reading.ts";

/**
 * The reading with the received list, which is read after acting on the sent one, at `now` (ms). A reading has one
 * moment, so the ages of what came later are brought back to it.
 */
export function withReceived(reading: Reading, received: ReadList, now: number): Reading {
  const passed = Math.max(0, now - reading.at);
  const invitations = received.invitations.map((invitation) => youngerBy(invitation, passed));
  return { ...reading, received: { ...received, invitations } };
}

function youngerBy(invitation: Invitation, passed: number): Invitation {
  if (invitation.age === null) return invitation;
  const { atLeast, atMost } = invitation.age;
  // Nothing is younger than new: one that came in between is of no age at that moment.
  const age = {
    atLeast: Math.max(0, atLeast - passed),
    atMost: atMost === null ? null : Math.max(0, atMost - passed),
  };
  return { ...invitation, age };
}

import type { Invitation } from "../../src/invitation/invitation.ts";
import type { Reading } from "../../src/reading/reading.ts";
import { now } from "../invitation/sample.ts";

/** A whole reading of the sent list. */
export function read(invitations: readonly Invitation[], more: Partial<Reading> = {}): Reading {
  return {
    at: now,
    account: "/in/val-last",
    sent: { pending: invitations.length, invitations },
    received: null,
    ...more,
  };
}

import { type Invitation, invitationKey } from "../../src/invitation/invitation.ts";
import { addressOfSlug } from "../../src/invitation/profile.ts";

export const day = 86_400_000;
/** The moment at which the samples are looked at. */
export const now = Date.parse("2026-11-23T12:00:00Z");

/** The id of an invitation that was sent at `ms`; its lower bits are LinkedIn's own affair. */
export function idSentAt(ms: number, low = 8253n): string {
  return ((BigInt(ms) << 22n) | low).toString();
}

/** An understood invitation to `/in/<slug>`, `days` old. */
export function invitation(slug: string, days: number, more: Partial<Invitation> = {}): Invitation {
  const address = addressOfSlug(slug);
  const age = Math.round(days * day);
  const sentAt = now - age;
  return {
    id: idSentAt(sentAt),
    profile: `/in/${slug}`,
    name: "Ada Example",
    sentAt: new Date(sentAt).toISOString(),
    direction: "sent",
    headline: "Compiler engineer at Fictional Labs",
    addresses: address === null ? [] : [address],
    label: null,
    hasNote: false,
    age: { atLeast: age, atMost: age },
    trouble: null,
    ...more,
  };
}

export function keyOf(of: Invitation): string {
  return invitationKey(of) ?? "none";
}

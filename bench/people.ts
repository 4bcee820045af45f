import type { InvitationSpec } from "@lapse/replica/replica";

const hour = 3_600_000;

/** `count` invitations, the oldest `due` of them older than 60 days, the rest younger than 25. */
export function people(count: number, due: number): InvitationSpec[] {
  const young = count - due;
  return Array.from({ length: count }, (_, i) => ({
    name: `Person ${i + 1}`,
    slug: `person-${i + 1}`,
    headline: "Tester",
    ageMs: i < young ? hour + (i * 24 * 24 * hour) / young : (60 * 24 + (i - young)) * hour,
  }));
}

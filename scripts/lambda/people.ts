import { referenceTo } from "@lapse/core/invitation/invitation";
import { newMember } from "@lapse/core/member/member";
import { defaultPolicy } from "@lapse/core/policy/defaults";
import { type Policy, weekdays } from "@lapse/core/policy/policy";
import { connectSession } from "@lapse/functions/connect/connectSession";
import type { InvitationSpec, ReplicaMember } from "@lapse/replica/replica";
import { must } from "./say.ts";
import type { Surroundings } from "./surroundings.ts";

export const day = 86_400_000;

/** Invitations by the days since they were sent. */
export function invitations(who: string, ages: readonly number[]): InvitationSpec[] {
  return ages.map((age, i) => ({
    name: `${who} Person ${i + 1}`,
    slug: `${who.toLowerCase()}-person-${i + 1}`,
    ageMs: age * day,
    headline: "Example",
  }));
}

export function onReplica({ replica }: Surroundings, who: string, ages: readonly number[]): ReplicaMember {
  const slug = `${who.toLowerCase()}-sender`;
  return replica.addMember({
    ...{ slug, name: `${who} Sender`, email: `${slug}@sender.example`, password: "example" },
    ...{ invitations: invitations(who, ages), received: [] },
  });
}

/** A member who signed up ten days ago and started, with the policy's digest due in this very hour. */
export async function addMember(
  { adapters }: Surroundings,
  id: string,
  policy: Partial<Policy> = {},
): Promise<void> {
  const now = Date.now();
  const clock = new Date(now);
  const digest = { day: weekdays[(clock.getUTCDay() + 6) % 7] ?? "monday", hour: clock.getUTCHours() };
  const made = newMember({
    ...{ id, email: `${id}@example.org`, policy: { ...defaultPolicy, digest, ...policy } },
    ...{ token: `token-of-${id}-0123456789`, keepSecret: `secret-of-${id}-0123456789` },
    ...{ now: now - 10 * day, spread: 0.5 },
  });
  must(await adapters.members.add({ ...made, startedAt: made.createdAt }), `${id} becomes a member`);
}

/** The member's session, sealed under the key of the service as Web seals it. */
export async function connect({ adapters }: Surroundings, id: string, on: ReplicaMember): Promise<void> {
  must(await connectSession(id, on.mintSession(), adapters), `the session of ${id} is taken`);
}

/** The names of those on the list as it was last read. */
export async function lastRead({ adapters }: Surroundings, id: string) {
  return (await adapters.readings.get(id))?.sent.invitations ?? [];
}

/** Announces people of the last reading eight days ago, so that their notice is over. */
export async function announce(here: Surroundings, id: string, names: ReadonlySet<string>): Promise<void> {
  const at = Date.now() - 8 * day;
  const upcoming = (await lastRead(here, id))
    .filter(({ name }) => names.has(name))
    .map((invitation) => ({ ...referenceTo(invitation), on: new Date(at + 7 * day).toISOString() }));
  must(upcoming.length === names.size, `everybody to be announced to ${id} was read`, [...names]);
  await here.adapters
    .ledgerOf(id)
    .append({ kind: "announced", upcoming, at, run: crypto.randomUUID(), account: null });
}

/** Makes the member's next sweep due now. */
export async function makeDue({ adapters }: Surroundings, id: string): Promise<void> {
  must(await adapters.members.reschedule(id, Date.now() - 1_000), `${id} is swept`);
}

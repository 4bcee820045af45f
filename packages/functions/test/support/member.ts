import { type Member, newMember } from "@lapse/core/member/member";
import { defaultPolicy } from "@lapse/core/policy/defaults";

/** Monday, 23 November 2026, 09:30 UTC: half an hour into the default digest slot. */
export const monday = Date.UTC(2026, 10, 23, 9, 30);

/** A member who signed up a day before `monday`. */
export function aMember(id: string, changes: Partial<Member> = {}): Member {
  const made = newMember({
    ...{
      id,
      email: `${id}@example.org`,
      policy: defaultPolicy,
      token: `token-of-${id}-0123456789`,
      keepSecret: `secret-of-${id}-0123456789`,
    },
    ...{ now: monday - 86_400_000, spread: 0.5 },
  });
  return { ...made, startedAt: made.createdAt, ...changes };
}

/** A session that is connected, and swept from this moment (ms) on. */
export const connected = (at: number) => ({ firstSweepAt: at, connectedAt: at, account: null });

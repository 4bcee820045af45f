import { weekdays } from "@lapse/core/policy/policy";
import { demoMembers } from "@lapse/replica/demo";
import type { MemberSpec } from "@lapse/replica/replica";

/** One of the two invented people: an account on the replica, and the sign-up form as they fill it in. */
export interface DemoPerson {
  readonly account: MemberSpec;
  readonly form: Readonly<Record<string, string>> & { readonly email: string };
}

/**
 * No notice, so that something happens at once, and a digest that is due in this very hour (UTC).
 * @param now milliseconds since 1970
 */
export function demoPeople(now: number): readonly DemoPerson[] {
  const [ada, ben] = demoMembers(now);
  const date = new Date(now);
  const form = {
    ...{ olderThanDays: "30", perDay: "10", noticeDays: "0", keepNewest: "5", timezone: "UTC" },
    // Sunday is the last in the policy's week and the first in JavaScript's.
    digestDay: weekdays[(date.getUTCDay() + 6) % 7] ?? "monday",
    digestHour: String(date.getUTCHours()),
  };
  return [
    { account: ada, form: { ...form, email: ada.email } },
    { account: ben, form: { ...form, email: ben.email, keepWithNote: "on" } },
  ];
}

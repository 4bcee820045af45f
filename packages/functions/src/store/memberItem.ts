import { type Member, readMember } from "@lapse/core/member/member";
import { duePk, memberPk, never } from "./table.ts";

/** What the table adds to a member's record: the keys, the due index, and which sealed session is in use. */
const storageKeys: ReadonlySet<string> = new Set([
  ...["pk", "sk", "duePk", "dueAt", "version", "revision", "disconnects"],
]);

/** `dueAt` is when the dispatcher looks, `nextSweepAt` when the member is to be swept: a claim moves the first only. */
export function memberItem(member: Member): Record<string, unknown> {
  return {
    ...{ pk: memberPk(member.id), sk: "member", duePk: duePk(member.id) },
    dueAt: isSwept(member) ? member.nextSweepAt : never,
    revision: 0,
    // What could not be read back is not written.
    ...readMember(member),
  };
}

/** Nothing is swept for whoever is not connected, or has not said "Start the clean-up". */
function isSwept({ session, startedAt }: Member): boolean {
  return session === "sealed" && startedAt !== null;
}

/** The member in an item; throws a MemberRecordError where it can't be what we wrote. */
export function memberOf(item: Readonly<Record<string, unknown>> | undefined): Member {
  return readMember(Object.fromEntries(Object.entries(item ?? {}).filter(([key]) => !storageKeys.has(key))));
}

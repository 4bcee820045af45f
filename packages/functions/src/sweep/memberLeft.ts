import { LapseError } from "@lapse/core/errors";
import type { LedgerStore } from "@lapse/core/ledger/store";
import type { Members } from "../store/members.ts";

/** The member left while something was done for them: it ends at once, and nothing of it is written. */
export class MemberLeft extends LapseError {
  override readonly name = "MemberLeft";

  constructor() {
    super("The member has left.", { actor: "member", retry: false });
  }
}

/** The member's ledger, for as long as they are a member: what is written after they left would be found by nobody. */
export function whileMember(
  memberId: string,
  { members, ledgerOf }: { members: Members; ledgerOf: (memberId: string) => LedgerStore },
): LedgerStore {
  const ledger = ledgerOf(memberId);
  return {
    read: () => ledger.read(),
    append: async (event) => {
      if ((await members.get(memberId)) === null) throw new MemberLeft();
      await ledger.append(event);
      if (await members.clearGone(memberId)) throw new MemberLeft();
    },
  };
}

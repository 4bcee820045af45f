import { profileAddress, sameAddress } from "@lapse/core/invitation/profile";
import type { LedgerEvent } from "@lapse/core/ledger/event";
import type { Member } from "@lapse/core/member/member";
import type { Reading } from "@lapse/core/reading/reading";

/**
 * Why a session is not taken that is not provably of the account that this member's history is about; null where it
 * may be taken. What was announced, confirmed and done for one account must not speak for another. An invitation that
 * is on both lists proves an account that only changed its address: an id has one sender.
 */
export function foreignAccount(
  member: Pick<Member, "account">,
  events: readonly LedgerEvent[],
  before: Reading | null,
  now: Reading,
): string | null {
  const told = events.findLast(({ account }) => account !== null)?.account ?? null;
  const known = member.account ?? told;
  if (known === null || isSame(known, now.account) || shareAnId(before, now)) return null;
  const whose =
    now.account === null ? "LinkedIn does not show whose session this is" : `This is ${now.account}`;
  const other =
    told === null
      ? "To change to another account, disconnect first."
      : "For another account, delete yours here and sign up anew.";
  return `${whose}, and what Lapse did for you so far is about ${known}. ${other}`;
}

function isSame(known: string, account: string | null): boolean {
  const [one, other] = [profileAddress(known), account === null ? null : profileAddress(account)];
  return one !== null && other !== null && sameAddress(one, other);
}

function shareAnId(before: Reading | null, now: Reading): boolean {
  const ids = new Set(before?.sent.invitations.map(({ id }) => id));
  return now.sent.invitations.some(({ id }) => id !== null && ids.has(id));
}

import type { Viewer } from "../page/kit.ts";
import { SweepStop } from "../visit/stop.ts";
import { type Account, isMember, presenceOf, provedBy, type SignedIn, signedInMember } from "./identity.ts";

/**
 * Proves of a page that was just opened whose account it is: `member`'s, where one is given, and the same as before,
 * where one was proved. Throws SweepStop.
 */
export function proveAccount(account: Account, viewer: Viewer, member: string | null): void {
  const signedIn = signedInMember(viewer);
  if (member !== null && !isMember(signedIn, member)) throw wrongAccount(member, signedIn);
  const proved = provedBy(viewer);
  if (account.profile !== null && proved !== null && !isMember(signedIn, account.profile))
    throw wrongAccount(account.profile, signedIn);
  account.profile ??= member !== null && signedIn.kind === "proved" ? signedIn.profile : proved;
  account.seen = viewer;
}

/**
 * Whether the account may still be acted for, by what its page says now. False where the page was loaded anew by
 * itself and does not say: it has to be opened again. Throws SweepStop where it is another member's.
 */
export function isStillProved(account: Account, viewer: Viewer): boolean {
  switch (presenceOf(account, viewer)) {
    case "another":
      throw wrongAccount(account.profile ?? "", signedInMember(viewer));
    case "unsure":
      return false;
    case "same":
      if (provedBy(viewer) !== null) account.seen = viewer;
      return true;
  }
}

function wrongAccount(member: string, signedIn: SignedIn): SweepStop {
  const who = signedIn.kind === "proved" ? "the session belongs to another member" : signedIn.why;
  return new SweepStop(
    "wrong-account",
    `This is not certainly the account of ${member}: ${who}. Reconnect the right one.`,
  );
}

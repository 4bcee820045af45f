import {
  addressOfSlug,
  profileAddress,
  profileAddressOnPage,
  sameAddress,
} from "../../invitation/profile.ts";
import type { Viewer } from "../page/kit.ts";

/**
 * Who is signed in, by the page's own evidence: the profile that its frame links to, and what its data say of the
 * viewer. `unproved` where nothing says, or where two things disagree.
 */
export type SignedIn =
  | { readonly kind: "proved"; readonly profile: string }
  | {
      readonly kind: "unproved";
      readonly why: "nothing shows who is signed in" | "the page names more than one member";
    };

export function signedInMember(viewer: Viewer): SignedIn {
  const slugs = new Set([
    ...slugsIn(viewer.frame, profileAddressOnPage),
    ...slugsIn(viewer.data, addressOfSlug),
  ]);
  const [only] = slugs;
  if (only === undefined) return { kind: "unproved", why: "nothing shows who is signed in" };
  if (slugs.size > 1) return { kind: "unproved", why: "the page names more than one member" };
  return { kind: "proved", profile: `/in/${only}` };
}

export function isMember(signedIn: SignedIn, expected: string): boolean {
  if (signedIn.kind === "unproved") return false;
  const a = profileAddress(signedIn.profile);
  const b = profileAddress(expected);
  return a !== null && b !== null && sameAddress(a, b);
}

/**
 * Whom a page that anybody might have opened proves to be signed in, null where it does not: a profile names its own
 * person, in its frame, too.
 */
export function provedBy(viewer: Viewer): string | null {
  const signedIn = signedInMember(viewer);
  const own = profileAddressOnPage(viewer.url);
  if (signedIn.kind === "unproved" || (own !== null && isMember(signedIn, `/in/${own.key}`))) return null;
  return signedIn.profile;
}

/** Whose account a visit works in; changes as the visit goes on. */
export interface Account {
  /** `/in/<slug>`, null while nothing has proved it. */
  profile: string | null;
  /** What the last document said that was found to be this account's, or was taken for it where nothing said. */
  seen: Viewer | null;
  /** Requests from this mark on came after that document. */
  since: number;
}

export type Presence =
  | "same"
  | "another"
  /** Another document than the one that was proved, and it does not say: only opening the list again can tell. */
  | "unsure";

/**
 * Whether a page is still the account's. The document that was proved stays so when its frame is drawn again without
 * a link, or with one more; where its frame or its data named the account and now name only somebody else, it has
 * changed hands. A new document has to prove it anew.
 */
export function presenceOf({ profile, seen }: Account, viewer: Viewer): Presence {
  if (profile === null || isMember(signedInMember(viewer), profile)) return "same";
  if (seen?.document !== viewer.document) return provedBy(viewer) === null ? "unsure" : "another";
  const left = (before: readonly string[], after: readonly string[]) => {
    const named = (slugs: readonly string[]) => slugs.some((slug) => `/in/${slug}` === profile);
    return named(before) && after.length > 0 && !named(after);
  };
  const changed =
    left(slugsIn(seen.frame, profileAddressOnPage), slugsIn(viewer.frame, profileAddressOnPage)) ||
    left(slugsIn(seen.data, addressOfSlug), slugsIn(viewer.data, addressOfSlug));
  return changed ? "another" : "same";
}

/** Slugs of members that texts of the page name; keys and "me" say nothing of who it is. */
function slugsIn(texts: readonly string[], read: typeof addressOfSlug): string[] {
  return texts.flatMap((text) => {
    const address = read(text);
    return address?.kind === "vanity" && address.key !== "me" ? [address.key] : [];
  });
}

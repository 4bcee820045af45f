import { addressOfSlug, profileAddress, profileAddressOnPage, sameAddress } from "../invitation/profile.ts";
import type { Survey } from "./page/survey.ts";

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

export function signedInMember(page: Survey): SignedIn {
  const found = [
    ...page.frameProfiles.map(profileAddressOnPage),
    ...page.scripts.flatMap(viewerSlugs).map(addressOfSlug),
  ].filter((address) => address !== null && address.kind === "vanity" && address.key !== "me");
  const slugs = new Set(found.map((address) => address?.key ?? ""));
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

const slugKey = "(?:publicIdentifier|vanityName|publicId|slug)";
/** `"viewerVanityName":"…"` and the like: a key that says by itself whose slug it is. */
const flat =
  /"(?:viewer|me|self|loggedIn|signedIn|current)(?:Member|User)?_?(?:PublicIdentifier|VanityName|PublicId|Slug)"\s*:\s*"([^"]{1,200})"/gi;
/** `"viewer":{…,"publicIdentifier":"…"}`: the slug directly inside an object about the viewer. */
const nested = new RegExp(
  `"(?:viewer|me|self|loggedIn(?:Member|User)|signedIn(?:Member|User)|current(?:Member|User))"\\s*:\\s*\\{[^{}]{0,2000}?"${slugKey}"\\s*:\\s*"([^"]{1,200})"`,
  "gi",
);

function viewerSlugs(script: string): string[] {
  if (!/viewer|"me"|self|loggedIn|signedIn|current/i.test(script)) return [];
  const plain = script.replaceAll('\\"', '"');
  return [...plain.matchAll(flat), ...plain.matchAll(nested)].map((match) => match[1] ?? "");
}

import {
  type ProfileAddress,
  profileAddress,
  profileAddressOnPage,
  profilePath,
} from "../../invitation/profile.ts";
import type { Survey } from "../page/survey.ts";
import { type OpenedPage, openPage, type Wanted } from "../visit/open.ts";
import type { Arrival } from "../visit/tab.ts";
import type { Visit } from "../visit/visit.ts";

/** The profile that is meant. */
export interface AskedProfile {
  /** `/in/<slug>`, decoded, case kept. */
  readonly path: string;
  readonly address: ProfileAddress;
}

/** Reads a link to a profile, in any form that LinkedIn prints or a person pastes; null for anything else. */
export function askedProfile(link: string): AskedProfile | null {
  const address = profileAddress(link);
  return address === null ? null : { path: profilePath(link) ?? `/in/${address.key}`, address };
}

/** The site has no profile at the address. Whoever gave the address has to look at it again. */
export class NoSuchProfile extends Error {
  override readonly name = "NoSuchProfile";
  readonly actor = "member";
  readonly retry = false;
}

/** Opens `/in/<slug>/` past the walls, and proves who is signed in. Throws SweepStop, and NoSuchProfile. */
export function openProfile(visit: Visit, asked: AskedProfile, member: string | null): Promise<OpenedPage> {
  return openPage(visit, profileAt(asked), member);
}

function profileAt({ path }: AskedProfile): Wanted {
  return {
    path: `/in/${encodeURIComponent(path.slice("/in/".length))}/`,
    isThere: (page) => isProfileAddress(page.url) && page.hasMain && page.textLength > 0,
    missing: (page) =>
      isProfileAddress(page.url)
        ? "the page shows no profile"
        : "LinkedIn showed another page instead of the profile",
    speaksOfPeople,
    refuse,
  };
}

function isProfileAddress(url: string): boolean {
  return profileAddressOnPage(url) !== null;
}

/** A profile tells of its person in its data; no wall does. What people write about themselves is no wall then. */
function speaksOfPeople(page: Survey): boolean {
  return (
    isProfileAddress(page.url) &&
    page.hasMain &&
    page.scripts.some((script) => /publicIdentifier\\*"/.test(script))
  );
}

function refuse({ status, url }: Arrival): void {
  if (status === 404 || status === 410 || /\/404\/?$/.test(new URL(url).pathname))
    throw new NoSuchProfile("LinkedIn has no profile at this address");
}

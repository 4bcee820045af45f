import type { Invitation } from "../invitation/invitation.ts";
import { profileAddress, sameAddress } from "../invitation/profile.ts";
import { containsPhrase } from "../plan/keepWords.ts";
import { cleanLink, cleanWord } from "../policy/clean.ts";
import { parsePolicy } from "../policy/parse.ts";
import type { Policy } from "../policy/policy.ts";
import { limits } from "../policy/schema.ts";
import { profileUrl } from "./profileUrl.ts";

export type KeepChange =
  | { readonly ok: true; readonly policy: Policy }
  /** `why` is a sentence for the member. */
  | { readonly ok: false; readonly why: string };

/** Whom a rule is about. */
export type Somebody = Pick<Invitation, "name" | "profile" | "addresses">;

/** Puts a person on the keep list by their profile; who has none is kept by their exact name. */
export function keepOne(policy: Policy, person: Somebody): KeepChange {
  if (keptLinks(policy, person).length > 0) return { ok: true, policy };
  const url = profileUrl(person.profile);
  if (url !== null && profileAddress(url) !== null) return withLink(policy, url);
  const word = cleanWord(person.name);
  if (!containsPhrase(person.name, word) || word.length > limits.wordLength)
    return {
      ok: false,
      why: "This invitation shows neither a profile nor a name that could be kept. Write a part of the name into your keep words.",
    };
  return withWord(policy, word);
}

/** Takes a person off the keep list. Words that keep them stay: others may be kept by them, too. */
export function unkeepOne(policy: Policy, person: Pick<Somebody, "addresses">): Policy {
  const links = new Set(keptLinks(policy, person));
  return withKeep(policy, { profiles: policy.keep.profiles.filter((link) => !links.has(link)) });
}

/** Takes one keep word off, exactly as it is written in the policy. */
export function unkeepWord(policy: Policy, word: string): Policy {
  return withKeep(policy, { words: policy.keep.words.filter((each) => each !== word) });
}

/** Keeps what a member typed: a link to a profile, or else a word or phrase. */
export function keepTyped(policy: Policy, typed: string): KeepChange {
  const link = cleanLink(typed);
  if (/linkedin\.|^\/?in\/|^https?:/i.test(link)) {
    if (profileAddress(link) !== null && link.length <= limits.linkLength) return withLink(policy, link);
    return {
      ok: false,
      why: "This link leads to nobody's profile. A profile's link looks like linkedin.com/in/ada-lovelace.",
    };
  }
  const word = cleanWord(typed);
  if (word === "") return { ok: false, why: "Write a word, a name or a link to a profile." };
  if (word.length > limits.wordLength)
    return { ok: false, why: `A word or phrase may have up to ${limits.wordLength} characters.` };
  if (!containsPhrase(word, word))
    return { ok: false, why: "This has no character that a name or a headline could contain." };
  return withWord(policy, word);
}

/** The entries of the keep list that are this person, as they are written there. */
export function keptLinks(policy: Policy, { addresses }: Pick<Somebody, "addresses">): string[] {
  if (addresses.length === 0) return [];
  return policy.keep.profiles.filter((link) => {
    const kept = profileAddress(link);
    return kept !== null && addresses.some((own) => sameAddress(own, kept));
  });
}

function withLink(policy: Policy, link: string): KeepChange {
  const address = profileAddress(link);
  if (address === null) return { ok: false, why: "This link leads to nobody's profile." };
  if (keptLinks(policy, { addresses: [address] }).length > 0) return { ok: true, policy };
  return checked(withKeep(policy, { profiles: [...policy.keep.profiles, link] }));
}

function withWord(policy: Policy, word: string): KeepChange {
  if (policy.keep.words.includes(word)) return { ok: true, policy };
  return checked(withKeep(policy, { words: [...policy.keep.words, word] }));
}

function withKeep(policy: Policy, keep: Partial<Policy["keep"]>): Policy {
  return { ...policy, keep: { ...policy.keep, ...keep } };
}

/** Nothing is stored that could not be read back. */
function checked(policy: Policy): KeepChange {
  const parsed = parsePolicy(policy);
  if (parsed.ok) return parsed;
  return {
    ok: false,
    why: `Your keep list is full: it holds ${limits.listLength} people and ${limits.listLength} words. Take some off under Rules first.`,
  };
}

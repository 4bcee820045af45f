import { createHash } from "node:crypto";
import { profileAddress, sameAddress } from "@lapse/core/invitation/profile";
import { parsePolicy } from "@lapse/core/policy/parse";
import type { Policy } from "@lapse/core/policy/policy";

/**
 * What the keep lists held when a form was filled from them: a mark for each entry. The form carries it along, so that
 * somebody whom a keep link added meanwhile is told from somebody whom the member took off.
 */
export function keepsSeen({ keep }: Policy): string {
  return [...keep.profiles.map(markOfProfile), ...keep.words.map(markOfWord)].join(" ");
}

/**
 * The wanted policy, and whoever was put on the present keep lists since they were seen. Pausing is not in the form,
 * so it stays as it is. Null where the lists would be too long; then nothing may be stored.
 */
export function withKeepsSince(wanted: Policy, present: Policy, seen: string): Policy | null {
  const known = new Set(seen.split(" "));
  const listed = wanted.keep.profiles.map(profileAddress).filter((address) => address !== null);
  const profiles = present.keep.profiles.filter((link) => {
    const address = profileAddress(link);
    const there = address !== null && listed.some((own) => sameAddress(own, address));
    return !there && !known.has(markOfProfile(link));
  });
  const words = present.keep.words.filter(
    (word) => !wanted.keep.words.includes(word) && !known.has(markOfWord(word)),
  );
  const keep = {
    ...wanted.keep,
    profiles: [...wanted.keep.profiles, ...profiles],
    words: [...wanted.keep.words, ...words],
  };
  const parsed = parsePolicy({ ...wanted, keep, paused: present.paused });
  return parsed.ok ? parsed.policy : null;
}

function markOfProfile(link: string): string {
  return mark(`profile ${link}`);
}

function markOfWord(word: string): string {
  return mark(`word ${word}`);
}

/** 60 bits: a thousand entries of one member never meet. */
function mark(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 10);
}

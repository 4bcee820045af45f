import type { Invitation } from "../invitation/invitation.ts";
import { type ProfileAddress, profileAddress } from "../invitation/profile.ts";
import type { Policy } from "../policy/policy.ts";
import { holdsPhrase, type KeepText, keepText } from "./keepWords.ts";

/**
 * Why the policy keeps this invitation, in words; null where no keep rule speaks for it. `rank` counts from the
 * newest (0), among those that were sent. Keep wins over every other rule, so this is asked at planning and again just before the click.
 */
export function keepReason(policy: Policy, invitation: Invitation, rank: number): string | null {
  const kept = prepared(policy.keep);
  const entry = keptBy(policy, invitation);
  if (entry?.kind === "link") return "on your keep list";
  if (entry?.kind === "word") return `name or headline contains "${entry.word}", which you keep`;
  const received = invitation.direction === "received";
  if (policy.keep.words.length > 0 && invitation.headline === null)
    return "kept to be safe: the page shows no headlines, and you keep people by words in them";
  if (policy.keep.withNote && invitation.hasNote)
    return received ? "came with a note, which you keep" : "sent with a note, which you keep";
  if (!received && rank < policy.keep.newest)
    return `among your newest ${policy.keep.newest}, which you keep`;
  // A kept address rules a person out only where the person's address of that same kind is known and differs.
  if (kept.kinds.some((kind) => !invitation.addresses.some((own) => own.kind === kind)))
    return "kept to be safe: this person cannot be told from someone on your keep list";
  return null;
}

/** An entry of the keep lists, the word as the member wrote it. */
export type KeepEntry = { readonly kind: "link" } | { readonly kind: "word"; readonly word: string };

/** What the keep lists go by. */
export type Keepable = Pick<Invitation, "name" | "headline" | "addresses">;

/** The entry of the keep lists that speaks for this invitation; null where none does. */
export function keptBy({ keep }: Policy, invitation: Keepable): KeepEntry | null {
  const kept = prepared(keep);
  if (invitation.addresses.some((own) => kept.addresses.has(written(own)))) return { kind: "link" };
  const word = kept.wordIn(invitation);
  return word === null ? null : { kind: "word", word };
}

/** A policy's keep rules in the form in which they are compared. */
interface KeepRules {
  /** As `written`. */
  readonly addresses: ReadonlySet<string>;
  /** The kinds of address among them. */
  readonly kinds: readonly ProfileAddress["kind"][];
  /** The first of the policy's words that stands in the name or the headline, as the member wrote it. */
  readonly wordIn: (invitation: Keepable) => string | null;
}

/** Lists have up to 30,000 rows and a policy up to 2,000 rules, so neither is made comparable more than once. */
const known = new WeakMap<Policy["keep"], KeepRules>();

function prepared(keep: Policy["keep"]): KeepRules {
  const before = known.get(keep);
  if (before !== undefined) return before;
  const addresses = keep.profiles.map(profileAddress).filter((address) => address !== null);
  const words = keep.words.map((word) => ({ word, phrase: keepText(word) }));
  const found = new WeakMap<Keepable, string | null>();
  const rules: KeepRules = {
    addresses: new Set(addresses.map(written)),
    kinds: [...new Set(addresses.map(({ kind }) => kind))],
    wordIn: (invitation) => {
      const already = found.get(invitation);
      if (already !== undefined || words.length === 0) return already ?? null;
      const texts = [keepText(invitation.name), keepText(invitation.headline ?? "")];
      // Most words stand in neither: one search for both tells, since no word has a line break in it.
      const both = texts.map(({ plain }) => plain).join("\n");
      const isThere = (phrase: KeepText) =>
        both.includes(phrase.plain) && texts.some((text) => holdsPhrase(text, phrase));
      const first = words.find(({ phrase }) => isThere(phrase))?.word ?? null;
      found.set(invitation, first);
      return first;
    },
  };
  known.set(keep, rules);
  return rules;
}

function written({ kind, key }: ProfileAddress): string {
  return `${kind} ${key}`;
}

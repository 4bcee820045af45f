import { agesFromCldr } from "./ages.ts";
import type { AgeForms, Strings } from "./table.ts";

/** The order of the words in a language's text: `|` between them, line breaks where they help the eye. */
// biome-ignore format: a table is easier to read in rows
export const wordKeys = [
  "heading", "received", "sent", "people", "pages", "showMore", "loadMore", "next", "previous", "more",
  "withdraw", "withdrawAria", "pictureAria", "sentAge", "justNow",
  "dialogHeading", "dialogText", "dismiss", "cancel", "gotIt",
  "withdrawn", "gone", "failed", "ignored", "accepted",
  "accept", "acceptAria", "ignore", "ignoreAria", "message", "connect", "connectAria", "pending", "pendingAria",
  "peopleYouMayKnow", "alsoViewed", "notFound", "formerMember", "weeklyLimit",
  "home", "network", "jobs", "messaging", "notifications", "me", "viewProfile",
] as const;
type Words = Record<(typeof wordKeys)[number], string>;

export interface LanguageSpec {
  readonly lang: string;
  readonly dir?: "rtl";
  /** Where numbers or plurals need more than `lang`, e.g. `ar-u-nu-arab`. */
  readonly locale?: string;
  readonly words: string;
  /** In place of CLDR's. */
  readonly ages?: Omit<AgeForms, "now">;
}

/** A whole table out of a language's words; ages come from CLDR unless they are given. */
export function tableFrom(spec: LanguageSpec): Strings {
  const { lang, dir = "ltr", locale = lang, ages } = spec;
  const words = wordsIn(spec);
  const { heading, dialogHeading, dialogText, dismiss, cancel, justNow } = words;
  const { withdrawn, gone, failed, ignored, accepted } = words;
  const { home, network, jobs, messaging, notifications, me, viewProfile } = words;
  return {
    ...words,
    lang,
    dir,
    locale,
    title: `${heading} | LinkedIn`,
    // The slip is known of the English page only.
    withdrawnAria: words.withdrawAria,
    photoText: words.pictureAria,
    age: ages === undefined ? agesFromCldr(locale, justNow) : { ...ages, now: justNow },
    dialog: { heading: dialogHeading, text: dialogText, dismiss, cancel },
    toast: { withdrawn, gone, failed, ignored, accepted },
    navigation: { home, network, jobs, messaging, notifications, me, viewProfile },
  };
}

function wordsIn({ lang, words }: LanguageSpec): Words {
  const parts = words
    .trim()
    .split(/\||\n/)
    .map((word) => word.trim());
  if (parts.length !== wordKeys.length)
    throw new Error(`the words of ${lang} are ${parts.length}, not ${wordKeys.length}`);
  return Object.fromEntries(wordKeys.map((key, i) => [key, parts[i] ?? ""])) as Words;
}

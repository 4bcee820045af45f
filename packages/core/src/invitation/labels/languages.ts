interface Language {
  /** ICU's locales that print this language's ages. */
  readonly locales: readonly [string, ...string[]];
  /** A numbering system that is used beside 0 to 9. */
  readonly digits?: string;
  /** False where words are written without spaces, or with spaces that vary. */
  readonly spaced?: false;
}

/** The languages of LinkedIn's pages, of which 29 were seen live [V] (linkedin/README.md §5). */
export const languages = {
  en: { locales: ["en", "en-GB"] },
  ar: { locales: ["ar"], digits: "arab" },
  bg: { locales: ["bg"] },
  bn: { locales: ["bn"], digits: "beng" },
  cs: { locales: ["cs"] },
  da: { locales: ["da"] },
  de: { locales: ["de"] },
  el: { locales: ["el"] },
  es: { locales: ["es"] },
  fa: { locales: ["fa"], digits: "arabext" },
  fi: { locales: ["fi"] },
  fr: { locales: ["fr"] },
  he: { locales: ["he"] },
  hi: { locales: ["hi"], digits: "deva" },
  hu: { locales: ["hu"] },
  id: { locales: ["id"] },
  it: { locales: ["it"] },
  ja: { locales: ["ja"], spaced: false },
  ko: { locales: ["ko"], spaced: false },
  mr: { locales: ["mr"], digits: "deva" },
  ms: { locales: ["ms"] },
  nb: { locales: ["nb"] },
  nl: { locales: ["nl"] },
  pa: { locales: ["pa"], digits: "guru" },
  pl: { locales: ["pl"] },
  pt: { locales: ["pt-BR", "pt-PT"] },
  ro: { locales: ["ro"] },
  ru: { locales: ["ru"] },
  sk: { locales: ["sk"] },
  sv: { locales: ["sv"] },
  te: { locales: ["te"], digits: "telu" },
  th: { locales: ["th"], digits: "thai", spaced: false },
  tl: { locales: ["fil"] },
  tr: { locales: ["tr"] },
  uk: { locales: ["uk"] },
  vi: { locales: ["vi"] },
  "zh-CN": { locales: ["zh-CN"], spaced: false },
  "zh-TW": { locales: ["zh-TW"], spaced: false },
} as const satisfies Record<string, Language>;

export type LanguageId = keyof typeof languages;

export function languageOf(id: LanguageId): Language {
  return languages[id];
}

export const allLanguages = Object.keys(languages) as readonly LanguageId[];

import { arabic, japanese } from "./arabic-japanese.ts";
import { asia } from "./asia.ts";
import { english } from "./en.ts";
import { europe } from "./europe.ts";
import { brazilian, french, german, spanish } from "./romance-german.ts";
import type { Strings } from "./table.ts";
import { tableFrom } from "./words.ts";

const written = {
  en: english,
  fr: french,
  de: german,
  es: spanish,
  "pt-BR": brazilian,
  ar: arabic,
  ja: japanese,
} as const;

const further = { ...europe, nb: europe.no, ...asia } as const;

/** A language in which the pages can be served, by its tag. */
export type Language = keyof typeof written | keyof typeof further;

export const languages = [...Object.keys(written), ...Object.keys(further)] as readonly Language[];

const rightToLeft: ReadonlySet<string> = new Set(["he", "fa"]);
const tables = new Map<Language, Strings>(Object.entries(written) as [keyof typeof written, Strings][]);

/** The words of a language; those that come from CLDR are put together at their first use. */
export function stringsIn(language: Language): Strings {
  const known = tables.get(language);
  if (known !== undefined) return known;
  const table = tableFrom({
    lang: language,
    words: further[language as keyof typeof further],
    ...(rightToLeft.has(language) ? { dir: "rtl" as const } : {}),
  });
  tables.set(language, table);
  return table;
}

import type { LanguageId } from "./languages.ts";

/**
 * What a language writes in place of "1 " ("a month ago", "il y a un mois"); the empty string where it may be left
 * out ("месяц назад"). ICU has none of these; "a" and "an" were met in tools' word lists, the rest is translation [I].
 */
export const ones: Readonly<Partial<Record<LanguageId, readonly string[]>>> = {
  en: ["a ", "an ", "one "],
  bg: ["един ", "една ", "едно ", ""],
  bn: ["এক "],
  cs: ["jedním ", "jednou ", ""],
  da: ["en ", "et ", "én ", "ét "],
  de: ["einem ", "einer "],
  el: ["ένα ", "έναν ", "μία ", "μια "],
  es: ["un ", "una "],
  fa: ["یک "],
  fi: ["yksi ", ""],
  fr: ["un ", "une "],
  hi: ["एक "],
  hu: ["egy "],
  id: ["satu ", "se"],
  it: ["un ", "uno ", "una ", "un'"],
  ja: ["一"],
  ko: ["한 ", "일"],
  mr: ["एका "],
  ms: ["satu ", "se"],
  nb: ["en ", "ett ", "én ", "ei ", "et "],
  nl: ["een ", "één "],
  pa: ["ਇੱਕ "],
  pl: ["jeden ", "jedną ", ""],
  pt: ["um ", "uma "],
  ro: ["o ", "un "],
  ru: ["один ", "одну ", ""],
  sk: ["jedným ", "jednou ", ""],
  sv: ["en ", "ett "],
  te: ["ఒక "],
  tl: ["isang "],
  tr: ["bir "],
  uk: ["один ", "одну ", ""],
  vi: ["một "],
  "zh-CN": ["一"],
  "zh-TW": ["一"],
};

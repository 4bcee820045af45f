import type { LanguageId } from "./languages.ts";

/** What to look for in a folded phrase ("#" is the number), and what may stand there instead. */
type Variant = readonly [from: string | RegExp, to: string];

/** Usual ways to say the same that ICU does not print; all inferred [I] but the Arabic one. */
const variants: Readonly<Partial<Record<LanguageId, readonly Variant[]>>> = {
  en: [[/^now$/, "just now"]],
  ar: [
    [/ واحدة?$/, ""],
    ["قبل", "منذ"],
  ],
  bn: [["পূর্বে", "আগে"]],
  cs: [[/^nyní$/, "právě teď"]],
  da: [[/^for /, ""]],
  de: [[/^jetzt$/, "gerade eben"]],
  el: [
    ["πριν από", "πριν"],
    ["ημέρ", "μέρ"],
    ["έτος", "χρόνο"],
    ["έτη", "χρόνια"],
  ],
  es: [[/^ahora$/, "ahora mismo"]],
  fa: [[/پیش$/, "قبل"]],
  fi: [["toissa päivänä", "toissapäivänä"]],
  fr: [[/^maintenant$/, "à l'instant"]],
  he: [[" (#)", ""]],
  hi: [
    ["माह", "महीने"],
    ["माह", "महीना"],
    ["सप्ताह", "हफ़्ते"],
    ["वर्ष", "साल"],
  ],
  id: [[/ yang lalu$/, " lalu"]],
  ja: [
    ["か月", "ヶ月"],
    ["か月", "ヵ月"],
    ["か月", "カ月"],
  ],
  ko: [
    ["주 전", "주일 전"],
    ["개월", "달"],
    [/^지금$/, "방금"],
  ],
  ms: [[/ lalu$/, " yang lalu"]],
  nb: [
    ["# døgn", "# dag"],
    ["# døgn", "# dager"],
    [/^for /, ""],
  ],
  nl: [
    ["uur", "uren"],
    ["jaar", "jaren"],
  ],
  pl: [[/^dzisiaj$/, "dziś"]],
  pt: [[/^há (#.*)$/, "$1 atrás"]],
  ro: [
    [/^acum (.*#.*)$/, "în urmă cu $1"],
    [/^azi$/, "astăzi"],
  ],
  ru: [[/^сейчас$/, "только что"]],
  sv: [
    [/^i dag$/, "idag"],
    [/^i går$/, "igår"],
    ["sedan", "sen"],
    [/^för /, ""],
  ],
  th: [[/ที่ผ่านมา$/, "ที่แล้ว"]],
  uk: [[/^учора$/, "вчора"]],
  "zh-CN": [
    ["周前", "星期前"],
    ["周前", "个星期前"],
    ["秒钟前", "秒前"],
    [/^现在$/, "刚刚"],
  ],
  "zh-TW": [
    ["週前", "星期前"],
    ["週前", "個星期前"],
    [/^現在$/, "剛剛"],
  ],
};

/** The phrase, and every other way to write it. */
export function spellings(id: LanguageId, phrase: string): readonly string[] {
  const found = [phrase];
  for (const [from, to] of variants[id] ?? []) {
    found.push(...found.map((one) => one.replace(from, to)).filter((other) => !found.includes(other)));
  }
  return found;
}

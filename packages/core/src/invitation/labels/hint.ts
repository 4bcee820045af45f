import { allLanguages, type LanguageId, languages } from "./languages.ts";

/** Other names of the same languages, of BCP 47 or older. */
const names: Readonly<Record<string, LanguageId>> = {
  no: "nb",
  nn: "nb",
  iw: "he",
  in: "id",
  fil: "tl",
};

/**
 * The languages to read a page in that says it is in `hint` (its `<html lang>`: "fr", "pt-BR", "zh_TW"): that one and
 * English. Every language where there is no hint; English alone where the hint is of a language that is not known.
 */
export function languagesFor(hint: string | undefined): readonly LanguageId[] {
  const [primary = "", ...rest] = (hint ?? "").trim().toLowerCase().split(/[-_]/);
  if (primary === "") return allLanguages;
  if (primary === "zh") return [...chinese(rest), "en"];
  const id = names[primary] ?? primary;
  return isKnown(id) && id !== "en" ? [id, "en"] : ["en"];
}

/** The script decides, then the place; "zh" alone may be either. */
function chinese(rest: readonly string[]): readonly LanguageId[] {
  if (rest.includes("hant")) return ["zh-TW"];
  if (rest.includes("hans")) return ["zh-CN"];
  if (rest.some((part) => ["tw", "hk", "mo"].includes(part))) return ["zh-TW"];
  if (rest.some((part) => ["cn", "sg"].includes(part))) return ["zh-CN"];
  return ["zh-CN", "zh-TW"];
}

function isKnown(id: string): id is LanguageId {
  return Object.hasOwn(languages, id);
}

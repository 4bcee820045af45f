import { inferred, listed, seen, type WordTable } from "./word.ts";

/**
 * The verb of the control that withdraws a sent invitation, alone or within its longer name. en, fr and pt were seen
 * live, "Withdrawn invitation" is a slip that LinkedIn shipped (fixtures/labels/ui_strings.json, README §2).
 * Left out, because they are also the language's word for Cancel: fi Peruuta, he ביטול, id Batalkan, th ยกเลิก,
 * uk Скасувати (in a tool's list), ko 취소, vi Hủy. Left out for another meaning: cs Stáhnout and sk Stiahnuť
 * (download), id Tarik (a first name), fi Peru (a country).
 */
export const withdraw: WordTable = {
  en: seen("Withdraw", "Withdrawn invitation"),
  ar: inferred("سحب", "سحب الدعوة"),
  bg: inferred("Оттегляне", "Оттегли", "Оттеглете"),
  bn: inferred("প্রত্যাহার করুন", "প্রত্যাহার", "ফিরিয়ে নিন"),
  cs: inferred("Odvolat", "Vzít zpět"),
  da: inferred("Træk tilbage", "Tilbagetræk", "Tilbagekald"),
  de: listed("Zurückziehen"),
  el: inferred("Απόσυρση", "Ανάκληση"),
  es: listed("Retirar"),
  fa: inferred("پس گرفتن", "بازپس گیری"),
  fi: inferred("Vedä takaisin", "Vedä kutsu takaisin"),
  fr: seen("Retirer"),
  he: inferred("משיכה", "משיכת ההזמנה"),
  hi: inferred("वापस लें", "वापस लेना"),
  hu: inferred("Visszavonás", "Visszavonása", "Visszavonom"),
  id: inferred("Tarik kembali", "Tarik undangan"),
  it: inferred("Ritira"),
  ja: inferred("取り下げる", "取り下げ"),
  ko: inferred("철회"),
  mr: inferred("मागे घ्या"),
  ms: inferred("Tarik balik"),
  nb: inferred("Trekk tilbake", "Tilbakekall"),
  nl: inferred("Intrekken"),
  pa: inferred("ਵਾਪਸ ਲਓ", "ਵਾਪਸ ਲਵੋ"),
  pl: inferred("Wycofaj", "Wycofanie"),
  pt: seen("Retirar"),
  ro: inferred("Retrageți", "Retrage", "Retragere"),
  ru: listed("Отозвать"),
  sk: inferred("Odvolať", "Vziať späť"),
  sv: inferred("Dra tillbaka", "Återkalla", "Ta tillbaka"),
  te: inferred("ఉపసంహరించు", "ఉపసంహరించండి", "ఉపసంహరించుకోండి"),
  th: inferred("ถอนคำเชิญ", "ถอน"),
  tl: inferred("Bawiin", "I-withdraw"),
  tr: inferred("Geri çek", "Geri çekin", "Geri çekme"),
  uk: inferred("Відкликати"),
  vi: inferred("Rút lại", "Thu hồi"),
  "zh-CN": inferred("撤回"),
  "zh-TW": inferred("撤回", "收回"),
};

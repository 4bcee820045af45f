import { expect, test } from "vitest";
import type { LanguageId } from "../../../src/invitation/labels/languages.ts";
import { tables } from "../../../src/linkedin/words/concepts.ts";
import { is, says } from "../../../src/linkedin/words/matcher.ts";

/** Seen live or in a tool's list: withdraw_word of fixtures/labels/ui_strings.json. */
const withdraws = [
  ["en", "Withdraw", "V"],
  ["fr", "Retirer", "V"],
  ["pt", "Retirar", "V"],
  ["es", "Retirar", "T"],
  ["de", "Zurückziehen", "T"],
  ["it", "Ritira", "I"],
  ["nl", "Intrekken", "I"],
  ["pl", "Wycofaj", "I"],
  ["ru", "Отозвать", "T"],
  ["ja", "取り下げる", "I"],
  ["tr", "Geri çek", "I"],
  ["zh-CN", "撤回", "I"],
] as const;

test.each(withdraws)("in %s, %s withdraws", (language, text, standing) => {
  expect(is("withdraw", text)).toBe(true);
  expect(tables.withdraw[language]).toContainEqual({ text, standing });
});

/** Seen live on profiles: pending_word_profile_V_2026-09-18 of fixtures/labels/ui_strings.json. */
const pendings: Partial<Record<LanguageId, string>> = {
  fr: "En attente",
  de: "Ausstehend",
  es: "Pendiente",
  it: "In sospeso",
  nl: "In behandeling",
  pt: "Pendente",
  pl: "W toku",
  cs: "Čeká na vyřízení",
  da: "Ventende",
  el: "Σε εκκρεμότητα",
  fi: "Odottaa",
  hu: "Függőben",
  nb: "Venter",
  ro: "Între timp",
  ru: "На рассмотрении",
  sv: "Obesvarad",
  tr: "Beklemede",
  uk: "Розглядається",
  ar: "قيد الانتظار",
  hi: "लंबित है",
  id: "Belum direspons",
  he: "בהמתנה",
  ja: "承認待ち",
  ko: "대기중",
  ms: "Menunggu kelulusan",
  th: "รอดำเนินการ",
  vi: "Đang chờ",
  "zh-CN": "待处理",
  "zh-TW": "未回覆",
};

test.each(Object.entries(pendings))("in %s, %s was seen for Pending", (language, text) => {
  expect(is("pending", text)).toBe(true);
  expect(tables.pending[language as LanguageId]).toContainEqual({ text, standing: "V" });
});

test("Pending was seen in English and in the 29 languages of the evidence, and in no other", () => {
  const seen = Object.entries(tables.pending).filter(([, words]) => words.some((w) => w.standing === "V"));
  expect(seen.map(([language]) => language).sort()).toEqual(["en", ...Object.keys(pendings)].sort());
});

test.each([
  "Withdraw invitation sent to Ada Example",
  "Withdrawn invitation sent to Ada Example",
  "Pending, click to withdraw invitation sent to Ada Example",
  "Retirer l’invitation envoyée à Ada Example",
  "Retirer l'invitation envoyée à Ada Example",
  "Einladung an Ada Example zurückziehen",
  "Ada Exampleさんへのつながり申請を取り下げる",
  "撤回发送给Ada Example的邀请",
  "\u200fسحب الدعوة المرسلة إلى \u200eAda Example\u200e",
])("%s says that it withdraws, and offers, answers, pages and cancels nothing", (name) => {
  expect(says("withdraw", name)).toBe(true);
  for (const other of ["ignore", "accept", "cancel", "more", "next", "previous", "offer"] as const) {
    expect(says(other, name), other).toBe(false);
  }
});

test.each([
  "Connect",
  "Invite Ada Example to connect",
  "Inviter Ada Example à rejoindre votre réseau",
  "Ada Example als Kontakt einladen",
  "Invita Ada Example a collegarsi",
  "Kutsu Ada Example verkostoitumaan",
  "Ada Exampleさんにつながりを申請する",
  "邀请Ada Example加为好友",
])("%s offers and does not withdraw", (name) => {
  expect(says("offer", name)).toBe(true);
  expect(says("withdraw", name)).toBe(false);
});

test.each(["Dismiss", "Cancel"])("%s was seen to close the confirmation", (name) => {
  expect(is("cancel", name)).toBe(true);
});

test.each(["More", "Plus", "Mehr", "Más", "더 보기", "更多", "OK"])(
  "%s neither loads rows nor closes a dialog: such controls lead elsewhere",
  (name) => {
    expect(is("more", name)).toBe(false);
    expect(is("cancel", name)).toBe(false);
  },
);

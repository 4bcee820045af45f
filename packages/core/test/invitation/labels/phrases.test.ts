import { describe, expect, test } from "vitest";
import { ageOfLabel } from "../../../src/invitation/label.ts";
import { day, hour } from "../../../src/invitation/labels/units.ts";

const weeks3 = [21 * day, 28 * day];
const month1 = [28 * day, 62 * day];

describe("a label that was sent in words of its language", () => {
  test.each([
    ["fr", "Envoyé il y a 1 mois", month1],
    ["de", "Vor 3 Wochen gesendet", weeks3],
    ["de", "Gestern gesendet", [0, 2 * day]],
    ["es", "Enviada hace 3 semanas", weeks3],
    ["es", "Enviada ayer", [0, 2 * day]],
    ["it", "Inviato 3 settimane fa", weeks3],
    ["it", "Inviato ieri", [0, 2 * day]],
    ["nl", "3 weken geleden verzonden", weeks3],
    ["pt-BR", "Enviado há 3 semanas", weeks3],
    ["pt-BR", "Enviado ontem", [0, 2 * day]],
    ["pt-BR", "3 semanas atrás", weeks3],
    ["pl", "Wysłano 3 tygodnie temu", weeks3],
    ["tr", "3 hafta önce gönderildi", weeks3],
    ["ja", "3週間前に送信", weeks3],
    ["zh-CN", "3 周前发送", weeks3],
    ["zh-TW", "3週前傳送", weeks3],
    ["ko", "3주 전에 보냄", weeks3],
    ["ar", "تم الإرسال منذ ٣ أسابيع", weeks3],
    ["hi", "३ हफ़्ते पहले भेजा गया", weeks3],
    ["ru", "Отправлено 3 недели назад", weeks3],
    ["no", "Sendt for 3 uker siden", weeks3],
    ["nb", "Sendt for 3 dager siden", [3 * day, 4 * day]],
    ["el", "Στάλθηκε πριν από 3 εβδομάδες", weeks3],
    ["th", "ส่งเมื่อ 3 สัปดาห์ที่แล้ว", weeks3],
    ["vi", "Đã gửi 3 tuần trước", weeks3],
  ])("%s: %s", (language, label, [atLeast, atMost]) => {
    expect(ageOfLabel(label, language)).toEqual({ atLeast, atMost });
    expect(ageOfLabel(label)).toEqual({ atLeast, atMost });
  });
});

describe("a number that is not written", () => {
  test.each([
    ["fr", "il y a un mois", month1],
    ["de", "vor einem Monat", month1],
    ["es", "hace un mes", month1],
    ["it", "un'ora fa", [hour, 2 * hour]],
    ["id", "Dikirim sebulan yang lalu", month1],
    ["ru", "Отправлено месяц назад", month1],
    ["cs", "před měsícem", month1],
    ["ko", "한 달 전", month1],
    ["ar", "منذ شهر", month1],
    ["ar", "منذ شهرين", [56 * day, 93 * day]],
    ["he", "נשלחה לפני שבועיים", [14 * day, 21 * day]],
    ["he", "לפני חודשיים (2)", [56 * day, 93 * day]],
  ])("%s: %s", (language, label, [atLeast, atMost]) => {
    expect(ageOfLabel(label, language)).toEqual({ atLeast, atMost });
    expect(ageOfLabel(label)).toEqual({ atLeast, atMost });
  });

  test("is not contradicted: two months are not five", () => {
    expect(ageOfLabel("לפני חודשיים (5)")).toBeNull();
  });
});

describe("a day of the calendar", () => {
  test.each(["hier", "gestern", "igår", "вчера", "учора", "昨日", "أمس", "कल", "i dag", "heute"])(
    "%s is anything up to two days",
    (label) => expect(ageOfLabel(label)).toEqual({ atLeast: 0, atMost: 2 * day }),
  );

  test.each(["avant-hier", "Vorgestern gesendet", "anteayer", "позавчера", "一昨日", "l\u2019altro ieri"])(
    "%s is one day to three",
    (label) => expect(ageOfLabel(label)).toEqual({ atLeast: day, atMost: 3 * day }),
  );

  test("that is as well one to come is no age at all at the least", () => {
    expect(ageOfLabel("परसों")).toEqual({ atLeast: 0, atMost: 3 * day });
  });

  test.each(["morgen", "demain", "明日", "la semaine dernière", "letzten Monat", "先月", "in 3 Wochen"])(
    "%s is not read",
    (label) => expect(ageOfLabel(label)).toBeNull(),
  );
});

describe("a unit of one letter", () => {
  test.each([
    ["es", "hace 3 m", 124 * day],
    ["fr", "il y a 3 m.", 124 * day],
    ["id", "3 h lalu", 4 * day],
    ["en", "3y ago", 1_464 * day],
  ])("%s: %s may be of minutes", (language, label, atMost) => {
    expect(ageOfLabel(label, language)).toEqual({ atLeast: 3 * 60_000, atMost });
  });

  test("is another thing than a short word", () => {
    expect(ageOfLabel("il y a 3 mois")?.atLeast).toBe(84 * day);
    expect(ageOfLabel("3일 전")?.atLeast).toBe(3 * day);
  });
});

import type { LanguageId } from "./languages.ts";

/**
 * The words that may stand before or after an age. English and French were seen live [V]; all others are inferred
 * [I] (fixtures/labels/ui_strings.json has de, es, it, nl, pt-BR, pl, tr, ja, zh-CN and ar, the rest is translation); those of received invitations are inferred in every language.
 * None of them may change what the age means.
 */
const words: Readonly<Record<LanguageId, string>> = {
  en: "sent received",
  fr: "envoyé envoyée reçu reçue",
  ar: "تم الإرسال إرسالها أرسلت أُرسلت مرسلة",
  bg: "изпратено изпратена",
  bn: "পাঠানো হয়েছে",
  cs: "odesláno odeslána odeslané posláno",
  da: "sendt",
  de: "gesendet versendet verschickt erhalten",
  el: "στάλθηκε εστάλη απεστάλη",
  es: "enviada enviado recibida recibido",
  fa: "ارسال شده شد",
  fi: "lähetetty",
  he: "נשלח נשלחה",
  hi: "भेजा भेजी गया गई",
  hu: "elküldve küldve",
  id: "dikirim terkirim",
  it: "inviato inviata ricevuto ricevuta",
  ja: "送信 に 済み しました",
  ko: "보냄 전송 전송됨 에",
  mr: "पाठवले पाठविले पाठवली",
  ms: "dihantar",
  nb: "sendt",
  nl: "verzonden verstuurd",
  pa: "ਭੇਜਿਆ ਭੇਜੀ ਗਿਆ ਗਈ",
  pl: "wysłano wysłane wysłana",
  pt: "enviado enviada recebido recebida",
  ro: "trimis trimisă",
  ru: "отправлено отправлена",
  sk: "odoslané odoslaná",
  sv: "skickad skickat skickades",
  te: "పంపబడింది పంపారు",
  th: "ส่ง แล้ว เมื่อ",
  tl: "ipinadala naipadala",
  tr: "gönderildi",
  uk: "надіслано надіслана відправлено",
  vi: "đã gửi",
  "zh-CN": "发送 已 于",
  "zh-TW": "傳送 送出 寄出 已 於",
};

export function wrapperWords(id: LanguageId): readonly string[] {
  return words[id].split(" ");
}

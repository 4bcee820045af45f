import { inferred, seen, type WordTable } from "./word.ts";

/**
 * Words that close a dialog and do nothing else; pressed, so they have to be right. "OK" is none of them.
 * A verb for Cancel that could as well call off an invitation is left out where the evidence lists no word of the
 * language's own for Withdraw: ar إلغاء, bn বাতিল করুন, cs Zrušit, da Annuller, el Ακύρωση, fa لغو, fi Peruuta,
 * he ביטול, hi and mr रद्द, id Batalkan, ko 취소, pa ਰੱਦ ਕਰੋ, ro Anulați, sk Zrušiť, te రద్దు చేయి, th ยกเลิก,
 * tl Kanselahin, uk Скасувати, vi Hủy. Words that can also discard or decline are out too (es Descartar, de Verwerfen,
 * nb Avvis), and "no thanks" where it contains the word for Accept (id, ms), and words that are also a name (da Luk)
 * or a part of another one (th ปิด in เปิด, open). Escape closes what no word here closes.
 */
export const cancel: WordTable = {
  en: [...seen("Cancel", "Dismiss"), ...inferred("Close", "Not now", "No, thanks", "Got it")],
  ar: inferred("إغلاق", "ليس الآن", "لا، شكرًا"),
  bg: inferred("Отказ", "Затваряне", "Не сега"),
  bn: inferred("বন্ধ করুন", "এখন নয়", "এখনই নয়"),
  cs: inferred("Zavřít", "Teď ne", "Ne, děkuji"),
  da: inferred("Ikke nu", "Nej tak"),
  de: inferred("Abbrechen", "Schließen", "Jetzt nicht", "Nicht jetzt", "Nein, danke", "Verstanden"),
  el: inferred("Κλείσιμο", "Όχι τώρα", "Όχι, ευχαριστώ"),
  es: inferred("Cancelar", "Cerrar", "Ahora no", "No, gracias", "Entendido"),
  fa: inferred("بستن", "اکنون نه", "نه، متشکرم"),
  fi: inferred("Sulje", "Ei nyt", "Ei kiitos"),
  fr: inferred("Annuler", "Fermer", "Pas maintenant", "Non, merci", "J’ai compris"),
  he: inferred("סגירה", "לא עכשיו", "לא, תודה", "הבנתי"),
  hi: inferred("बंद करें", "अभी नहीं", "नहीं, धन्यवाद"),
  hu: inferred("Mégse", "Mégsem", "Bezárás", "Most nem", "Nem, köszönöm"),
  id: inferred("Tutup", "Jangan sekarang", "Lain kali"),
  it: inferred("Annulla", "Chiudi", "Non ora", "No, grazie"),
  ja: inferred("キャンセル", "閉じる", "後で", "今はしない"),
  ko: inferred("닫기", "나중에", "괜찮습니다"),
  mr: inferred("बंद करा", "आता नाही", "नाही, धन्यवाद"),
  ms: inferred("Batal", "Tutup", "Bukan sekarang"),
  nb: inferred("Avbryt", "Lukk", "Ikke nå", "Nei takk"),
  nl: inferred("Annuleren", "Sluiten", "Niet nu", "Nee, bedankt"),
  pa: inferred("ਬੰਦ ਕਰੋ", "ਹੁਣ ਨਹੀਂ", "ਨਹੀਂ, ਧੰਨਵਾਦ"),
  pl: inferred("Anuluj", "Zamknij", "Nie teraz", "Nie, dziękuję"),
  pt: inferred("Cancelar", "Fechar", "Agora não", "Não, obrigado", "Entendi"),
  ro: inferred("Închideți", "Închide", "Nu acum", "Nu, mulțumesc"),
  ru: inferred("Отмена", "Закрыть", "Не сейчас", "Нет, спасибо"),
  sk: inferred("Zavrieť", "Teraz nie", "Nie, ďakujem"),
  sv: inferred("Avbryt", "Stäng", "Inte nu", "Nej tack"),
  te: inferred("మూసివేయి", "ఇప్పుడు కాదు"),
  th: inferred("ไม่ใช่ตอนนี้", "ไว้ทีหลัง", "รับทราบ"),
  tl: inferred("Isara", "Hindi ngayon", "Huwag muna"),
  tr: inferred("İptal", "İptal et", "Kapat", "Şimdi değil", "Hayır, teşekkürler"),
  uk: inferred("Закрити", "Не зараз", "Ні, дякую"),
  vi: inferred("Đóng", "Để sau", "Không, cảm ơn"),
  "zh-CN": inferred("取消", "关闭", "暂时不要", "以后再说", "知道了"),
  "zh-TW": inferred("取消", "關閉", "稍後再說", "不用了", "知道了"),
};

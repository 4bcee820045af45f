import { inferred, listed, seen, type WordTable } from "./word.ts";

/**
 * Controls beside suggestions: Connect, Follow, Message, Add, Subscribe, Join. "Connect" and the part of "Invite … to
 * connect" around the name were seen where Pending was (see `pending.ts`). Left out: fi Lisää, th เพิ่ม and vi Thêm
 * (add, and part of "load more"), ko 1촌 신청 (an invitation to withdraw is called so, too).
 */
export const offer: WordTable = {
  en: [...seen("Connect"), ...inferred("Follow", "Message", "Add", "Subscribe", "Join")],
  ar: [...seen("تواصل", "للتواصل"), ...inferred("متابعة", "مراسلة", "رسالة", "إضافة", "اشتراك", "انضمام")],
  bg: inferred("Свързване", "Последване", "Следване", "Съобщение", "Добавяне", "Абониране"),
  bn: [...listed("সংযোগ করুন", "যোগাযোগ করতে"), ...inferred("অনুসরণ করুন", "মেসেজ", "বার্তা", "যোগ করুন")],
  cs: [...seen("Navázat spojení", "ke spojení"), ...inferred("Sledovat", "Zpráva", "Přidat", "Připojit se")],
  da: [...seen("Opret forbindelse", "til dit netværk"), ...inferred("Følg", "Besked", "Tilføj", "Abonner")],
  de: [
    ...seen("Vernetzen", "als Kontakt einladen"),
    ...listed("Folgen"),
    ...inferred("Nachricht", "Hinzufügen", "Abonnieren", "Beitreten"),
  ],
  el: [...seen("Σύνδεση"), ...inferred("Ακολουθήστε", "Μήνυμα", "Προσθήκη", "Εγγραφή", "Συμμετοχή")],
  es: [
    ...seen("Conectar"),
    ...listed("Seguir"),
    ...inferred("Mensaje", "Enviar mensaje", "Añadir", "Suscribirse", "Unirse"),
  ],
  fa: [
    ...listed("مرتبط کردن", "برای ارتباط گرفتن"),
    ...inferred("دنبال کردن", "پیام", "افزودن", "اشتراک", "پیوستن"),
  ],
  fi: [...seen("Muodosta yhteys", "verkostoitumaan"), ...inferred("Seuraa", "Viesti", "Tilaa", "Liity")],
  fr: [
    ...seen("Se connecter", "à rejoindre votre réseau"),
    ...listed("Suivre"),
    ...inferred("Message", "Ajouter", "S’abonner", "Rejoindre"),
  ],
  he: [...seen("להתחבר"), ...inferred("מעקב", "הודעה", "הוספה", "הצטרפות")],
  hi: [...seen("कनेक्ट करें", "कनेक्ट करने के लिए"), ...inferred("फ़ॉलो करें", "संदेश", "मैसेज", "जोड़ें", "शामिल हों")],
  hu: [
    ...seen("Társítom", "hogy kapcsolódjon"),
    ...inferred("Követés", "Követem", "Üzenet", "Hozzáadás", "Feliratkozás", "Csatlakozás"),
  ],
  id: [...seen("Connect"), ...inferred("Ikuti", "Pesan", "Tambah", "Tambahkan", "Berlangganan", "Gabung")],
  it: [
    ...seen("Collegati", "a collegarsi"),
    ...inferred("Segui", "Messaggio", "Aggiungi", "Iscriviti", "Unisciti"),
  ],
  ja: [
    ...seen("つながる", "つながりを申請する"),
    ...inferred("フォローする", "フォロー", "メッセージ", "追加", "参加する"),
  ],
  ko: [...seen("1촌 맺기"), ...inferred("팔로우", "메시지", "추가", "구독", "가입")],
  mr: [...listed("कनेक्ट करा", "कनेक्ट करण्यासाठी"), ...inferred("फॉलो करा", "संदेश", "मेसेज", "जोडा", "सामील व्हा")],
  ms: [...seen("Hubung", "untuk berhubung"), ...inferred("Ikuti", "Mesej", "Tambah", "Langgan", "Sertai")],
  nb: [...seen("Knytt kontakt", "knytte kontakt"), ...inferred("Følg", "Melding", "Legg til", "Abonner")],
  nl: [
    ...seen("Connectie maken", "Connectieverzoek verzenden"),
    ...inferred("Volgen", "Bericht", "Toevoegen", "Abonneren", "Deelnemen"),
  ],
  pa: [...listed("ਕਨੈਕਟ ਕਰੋ", "ਕਨੈਕਟ ਕਰਨ ਲਈ"), ...inferred("ਫਾਲੋ ਕਰੋ", "ਫ਼ਾਲੋ ਕਰੋ", "ਸੁਨੇਹਾ", "ਸ਼ਾਮਲ ਕਰੋ")],
  pl: [
    ...seen("Połącz", "do nawiązania kontaktu"),
    ...inferred("Obserwuj", "Wiadomość", "Dodaj", "Subskrybuj", "Dołącz"),
  ],
  pt: [
    ...seen("Conectar"),
    ...inferred("Seguir", "Mensagem", "Enviar mensagem", "Adicionar", "Assinar", "Participar"),
  ],
  ro: [
    ...seen("Conectați-vă", "să se conecteze"),
    ...inferred("Urmăriți", "Mesaj", "Adăugați", "Abonați-vă", "Alăturați-vă"),
  ],
  ru: [
    ...seen("Установить контакт"),
    ...listed("Подписаться"),
    ...inferred("Отслеживать", "Сообщение", "Написать сообщение", "Добавить", "Вступить", "Присоединиться"),
  ],
  sk: inferred("Nadviazať spojenie", "Spojiť sa", "Sledovať", "Správa", "Pridať", "Pripojiť sa"),
  sv: [
    ...seen("Skapa kontakt", "Skicka en kontaktinbjudan"),
    ...inferred("Följ", "Meddelande", "Lägg till", "Prenumerera", "Gå med"),
  ],
  te: [...listed("కనెక్ట్ చేయి", "కనెక్ట్ కావడానికి"), ...inferred("అనుసరించు", "సందేశం", "జోడించు", "చేరండి")],
  th: [...seen("ทำความรู้จัก"), ...inferred("ติดตาม", "ส่งข้อความ", "เข้าร่วม")],
  tl: [...listed("Connect"), ...inferred("I-follow", "Mensahe", "Idagdag", "Mag-subscribe", "Sumali")],
  tr: [
    ...seen("Bağlantı kur", "bağlantı kurmak için"),
    ...inferred("Takip et", "Mesaj", "Ekle", "Abone ol", "Katıl"),
  ],
  uk: [
    ...seen("Встановити контакт"),
    ...listed("Підписатися"),
    ...inferred("Стежити", "Повідомлення", "Додати", "Приєднатися"),
  ],
  vi: [...seen("Kết nối"), ...inferred("Theo dõi", "Nhắn tin", "Tin nhắn", "Tham gia")],
  "zh-CN": [...seen("加为好友"), ...inferred("关注", "发消息", "消息", "添加", "订阅", "加入")],
  "zh-TW": [...seen("建立關係", "加為好友"), ...inferred("關注", "追蹤", "訊息", "新增", "訂閱", "加入")],
};

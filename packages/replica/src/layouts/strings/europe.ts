/**
 * Words of European languages besides those written out one by one. "Pending" was seen on profiles on 2026-09-18
 * in every one of them; "Ritira", "Intrekken", "Wycofaj", "Отозвать" and "Geri çek" are the evidence's own
 * inferences, and the rest is inferred here.
 */
export const europe = {
  it: `Gestisci inviti|Ricevuti|Inviati|Persone ({n})|Pagine ({n})|… mostra altro|Carica altro|Avanti|Indietro|Altro
Ritira|Ritira l’invito inviato a {name}|Immagine del profilo di {name}|Inviato {age}|proprio ora
Ritira invito|Se ritiri l’invito ora, non potrai inviarne un altro a questa persona per un massimo di 3 settimane.|Chiudi|Annulla|Ho capito
Invito ritirato|Impossibile ritirare l’invito|Si è verificato un errore. Riprova.|Invito ignorato|Invito accettato
Accetta|Accetta l’invito di {name}|Ignora|Ignora l’invito di {name}|Messaggio|Collegati|Invita {name} a collegarsi|In sospeso|In sospeso, fai clic per ritirare l’invito inviato a {name}
Persone che potresti conoscere|Altri profili visualizzati|Questa pagina non esiste|Utente LinkedIn|Hai raggiunto il limite settimanale di inviti
Home|Rete|Lavoro|Messaggistica|Notifiche|Tu|Visualizza profilo`,
  nl: `Uitnodigingen beheren|Ontvangen|Verzonden|Personen ({n})|Pagina’s ({n})|… meer weergeven|Meer laden|Volgende|Vorige|Meer
Intrekken|Uitnodiging aan {name} intrekken|Profielfoto van {name}|{age} verzonden|zojuist
Uitnodiging intrekken|Als u nu intrekt, kunt u deze persoon tot 3 weken lang geen nieuwe uitnodiging sturen.|Sluiten|Annuleren|Begrepen
Uitnodiging ingetrokken|Intrekken van uitnodiging mislukt|Er is iets misgegaan. Probeer het opnieuw.|Uitnodiging genegeerd|Uitnodiging geaccepteerd
Accepteren|Uitnodiging van {name} accepteren|Negeren|Uitnodiging van {name} negeren|Bericht|Connectie maken|{name} uitnodigen om een connectie te maken|In behandeling|In behandeling, klik om de uitnodiging aan {name} in te trekken
Mensen die u misschien kent|Ook bekeken profielen|Deze pagina bestaat niet|LinkedIn-lid|U hebt de wekelijkse limiet voor uitnodigingen bereikt
Startpagina|Mijn netwerk|Vacatures|Berichten|Meldingen|Ik|Profiel weergeven`,
  pl: `Zarządzaj zaproszeniami|Otrzymane|Wysłane|Osoby ({n})|Strony ({n})|… pokaż więcej|Załaduj więcej|Dalej|Wstecz|Więcej
Wycofaj|Wycofaj zaproszenie wysłane do: {name}|Zdjęcie profilowe użytkownika {name}|Wysłano {age}|przed chwilą
Wycofaj zaproszenie|Jeśli wycofasz je teraz, przez maksymalnie 3 tygodnie nie będzie można ponownie zaprosić tej osoby.|Zamknij|Anuluj|Rozumiem
Zaproszenie wycofane|Nie udało się wycofać zaproszenia|Coś poszło nie tak. Spróbuj ponownie.|Zaproszenie zignorowane|Zaproszenie przyjęte
Przyjmij|Przyjmij zaproszenie od: {name}|Ignoruj|Ignoruj zaproszenie od: {name}|Wiadomość|Nawiąż kontakt|Zaproś użytkownika {name} do sieci|W toku|W toku, kliknij, aby wycofać zaproszenie wysłane do: {name}
Osoby, które możesz znać|Inni oglądali także|Ta strona nie istnieje|Użytkownik LinkedIn|Osiągnięto tygodniowy limit zaproszeń
Strona główna|Moja sieć|Oferty pracy|Wiadomości|Powiadomienia|Ja|Wyświetl profil`,
  ru: `Управление приглашениями|Полученные|Отправленные|Люди ({n})|Страницы ({n})|… ещё|Загрузить ещё|Далее|Назад|Ещё
Отозвать|Отозвать приглашение, отправленное участнику {name}|Фото профиля {name}|Отправлено {age}|только что
Отозвать приглашение|Если вы отзовёте приглашение сейчас, вы не сможете отправить его этому участнику повторно в течение 3 недель.|Закрыть|Отмена|Понятно
Приглашение отозвано|Не удалось отозвать приглашение|Что-то пошло не так. Повторите попытку.|Приглашение проигнорировано|Приглашение принято
Принять|Принять приглашение от {name}|Игнорировать|Игнорировать приглашение от {name}|Сообщение|Установить контакт|Пригласить {name} установить контакт|На рассмотрении|На рассмотрении, нажмите, чтобы отозвать приглашение, отправленное участнику {name}
Вы можете их знать|Также просматривали|Эта страница не существует|Участник LinkedIn|Вы достигли недельного лимита приглашений
Главная|Сеть|Вакансии|Сообщения|Уведомления|Я|Посмотреть профиль`,
  tr: `Davetleri yönet|Alınan|Gönderilen|Kişiler ({n})|Sayfalar ({n})|… daha fazla göster|Daha fazla yükle|İleri|Geri|Daha fazla
Geri çek|{name} adlı kişiye gönderilen daveti geri çek|{name} adlı kişinin profil fotoğrafı|{age} gönderildi|az önce
Daveti geri çek|Şimdi geri çekerseniz bu kişiye 3 haftaya kadar yeniden davet gönderemezsiniz.|Kapat|İptal|Anladım
Davet geri çekildi|Davet geri çekilemedi|Bir hata oluştu. Lütfen tekrar deneyin.|Davet yok sayıldı|Davet kabul edildi
Kabul et|{name} adlı kişinin davetini kabul et|Yok say|{name} adlı kişinin davetini yok say|Mesaj|Bağlantı kur|{name} adlı kişiyi bağlantı kurmaya davet et|Beklemede|Beklemede, {name} adlı kişiye gönderilen daveti geri çekmek için tıklayın
Tanıyor olabileceğiniz kişiler|Diğer görüntülenen profiller|Bu sayfa mevcut değil|LinkedIn Üyesi|Haftalık davet sınırına ulaştınız
Ana Sayfa|Ağım|İş İlanları|Mesajlaşma|Bildirimler|Ben|Profili görüntüle`,
  cs: `Spravovat pozvánky|Přijaté|Odeslané|Lidé ({n})|Stránky ({n})|… zobrazit více|Načíst další|Další|Předchozí|Více
Odvolat|Odvolat pozvánku odeslanou uživateli {name}|Profilová fotka uživatele {name}|Odesláno {age}|právě teď
Odvolat pozvánku|Pokud ji nyní odvoláte, nebudete moci této osobě až 3 týdny poslat novou.|Zavřít|Zrušit|Rozumím
Pozvánka odvolána|Pozvánku se nepodařilo odvolat|Něco se pokazilo. Zkuste to znovu.|Pozvánka ignorována|Pozvánka přijata
Přijmout|Přijmout pozvánku od uživatele {name}|Ignorovat|Ignorovat pozvánku od uživatele {name}|Zpráva|Navázat spojení|Pozvat uživatele {name} ke spojení|Čeká na vyřízení|Čeká na vyřízení, kliknutím odvoláte pozvánku odeslanou uživateli {name}
Lidé, které možná znáte|Lidé si také prohlédli|Tato stránka neexistuje|Člen LinkedIn|Dosáhli jste týdenního limitu pozvánek
Domů|Moje síť|Pracovní místa|Zprávy|Oznámení|Já|Zobrazit profil`,
  da: `Administrer invitationer|Modtaget|Sendt|Personer ({n})|Sider ({n})|… vis mere|Indlæs flere|Næste|Forrige|Mere
Træk tilbage|Træk invitationen til {name} tilbage|{name}s profilbillede|Sendt {age}|lige nu
Træk invitation tilbage|Hvis du trækker den tilbage nu, kan du ikke sende en ny til denne person i op til 3 uger.|Luk|Annuller|Forstået
Invitationen er trukket tilbage|Invitationen kunne ikke trækkes tilbage|Noget gik galt. Prøv igen.|Invitationen er ignoreret|Invitationen er accepteret
Accepter|Accepter invitationen fra {name}|Ignorer|Ignorer invitationen fra {name}|Besked|Opret forbindelse|Inviter {name} til at oprette forbindelse|Ventende|Ventende, klik for at trække invitationen til {name} tilbage
Personer, du måske kender|Andre har også set|Denne side findes ikke|LinkedIn-medlem|Du har nået den ugentlige grænse for invitationer
Startside|Mit netværk|Job|Meddelelser|Notifikationer|Mig|Vis profil`,
  el: `Διαχείριση προσκλήσεων|Ληφθείσες|Απεσταλμένες|Άτομα ({n})|Σελίδες ({n})|… περισσότερα|Φόρτωση περισσότερων|Επόμενο|Προηγούμενο|Περισσότερα
Ανάκληση|Ανάκληση της πρόσκλησης προς {name}|Φωτογραφία προφίλ: {name}|Στάλθηκε {age}|μόλις τώρα
Ανάκληση πρόσκλησης|Αν την ανακαλέσετε τώρα, δεν θα μπορείτε να στείλετε ξανά σε αυτό το άτομο για έως και 3 εβδομάδες.|Κλείσιμο|Ακύρωση|Κατάλαβα
Η πρόσκληση ανακλήθηκε|Η ανάκληση της πρόσκλησης απέτυχε|Κάτι πήγε στραβά. Δοκιμάστε ξανά.|Η πρόσκληση αγνοήθηκε|Η πρόσκληση έγινε αποδεκτή
Αποδοχή|Αποδοχή της πρόσκλησης από {name}|Παράβλεψη|Παράβλεψη της πρόσκλησης από {name}|Μήνυμα|Σύνδεση|Πρόσκληση σύνδεσης προς {name}|Σε εκκρεμότητα|Σε εκκρεμότητα, κάντε κλικ για ανάκληση της πρόσκλησης προς {name}
Άτομα που ίσως γνωρίζετε|Προβλήθηκαν επίσης|Αυτή η σελίδα δεν υπάρχει|Μέλος του LinkedIn|Φτάσατε το εβδομαδιαίο όριο προσκλήσεων
Αρχική|Το δίκτυό μου|Θέσεις εργασίας|Μηνύματα|Ειδοποιήσεις|Εγώ|Προβολή προφίλ`,
  fi: `Hallitse kutsuja|Vastaanotetut|Lähetetyt|Henkilöt ({n})|Sivut ({n})|… näytä lisää|Lataa lisää|Seuraava|Edellinen|Lisää
Peru|Peru kutsu, jonka lähetit käyttäjälle {name}|Profiilikuva: {name}|Lähetetty {age}|juuri nyt
Peru kutsu|Jos perut kutsun nyt, et voi lähettää uutta tälle henkilölle enintään 3 viikkoon.|Sulje|Peruuta|Selvä
Kutsu peruttu|Kutsun peruminen epäonnistui|Jotain meni vikaan. Yritä uudelleen.|Kutsu ohitettu|Kutsu hyväksytty
Hyväksy|Hyväksy käyttäjän {name} kutsu|Ohita|Ohita käyttäjän {name} kutsu|Viesti|Verkostoidu|Kutsu {name} verkostoon|Odottaa|Odottaa, peru käyttäjälle {name} lähetetty kutsu napsauttamalla
Ehkä tuntemasi ihmiset|Muut katsoivat myös|Tätä sivua ei ole|LinkedIn-jäsen|Olet saavuttanut kutsujen viikkorajan
Etusivu|Verkosto|Työpaikat|Viestit|Ilmoitukset|Minä|Näytä profiili`,
  hu: `Meghívások kezelése|Kapott|Elküldött|Személyek ({n})|Oldalak ({n})|… továbbiak|Továbbiak betöltése|Következő|Előző|Továbbiak
Visszavonás|{name} részére küldött meghívás visszavonása|{name} profilképe|{age} elküldve|éppen most
Meghívás visszavonása|Ha most visszavonja, legfeljebb 3 hétig nem küldhet újat ennek a személynek.|Bezárás|Mégse|Értem
Meghívás visszavonva|A meghívás visszavonása sikertelen|Hiba történt. Próbálja újra.|Meghívás figyelmen kívül hagyva|Meghívás elfogadva
Elfogadás|{name} meghívásának elfogadása|Mellőzés|{name} meghívásának mellőzése|Üzenet|Kapcsolatfelvétel|{name} meghívása kapcsolatfelvételre|Függőben|Függőben, kattintson a(z) {name} részére küldött meghívás visszavonásához
Akiket ismerhet|Mások ezt is megtekintették|Ez az oldal nem létezik|LinkedIn-tag|Elérte a heti meghívási korlátot
Kezdőlap|Hálózatom|Állások|Üzenetek|Értesítések|Én|Profil megtekintése`,
  no: `Administrer invitasjoner|Mottatt|Sendt|Personer ({n})|Sider ({n})|… vis mer|Last inn flere|Neste|Forrige|Mer
Trekk tilbake|Trekk tilbake invitasjonen til {name}|Profilbildet til {name}|Sendt {age}|akkurat nå
Trekk tilbake invitasjon|Hvis du trekker den tilbake nå, kan du ikke sende en ny til denne personen på opptil 3 uker.|Lukk|Avbryt|Den er grei
Invitasjonen er trukket tilbake|Kunne ikke trekke tilbake invitasjonen|Noe gikk galt. Prøv igjen.|Invitasjonen er ignorert|Invitasjonen er godtatt
Godta|Godta invitasjonen fra {name}|Ignorer|Ignorer invitasjonen fra {name}|Melding|Opprett forbindelse|Inviter {name} til nettverket ditt|Venter|Venter, klikk for å trekke tilbake invitasjonen til {name}
Personer du kanskje kjenner|Andre har også sett|Denne siden finnes ikke|LinkedIn-medlem|Du har nådd den ukentlige grensen for invitasjoner
Hjem|Mitt nettverk|Jobber|Meldinger|Varslinger|Meg|Vis profil`,
  ro: `Gestionați invitațiile|Primite|Trimise|Persoane ({n})|Pagini ({n})|… vezi mai mult|Încărcați mai multe|Înainte|Înapoi|Mai mult
Retrageți|Retrageți invitația trimisă către {name}|Fotografia de profil a lui {name}|Trimisă {age}|chiar acum
Retrageți invitația|Dacă o retrageți acum, nu veți putea trimite alta acestei persoane timp de până la 3 săptămâni.|Închideți|Anulați|Am înțeles
Invitație retrasă|Invitația nu a putut fi retrasă|A apărut o eroare. Încercați din nou.|Invitație ignorată|Invitație acceptată
Acceptați|Acceptați invitația de la {name}|Ignorați|Ignorați invitația de la {name}|Mesaj|Conectați-vă|Invitați {name} să se conecteze|Între timp|Între timp, faceți clic pentru a retrage invitația trimisă către {name}
Persoane pe care poate le cunoașteți|Alte profiluri vizualizate|Această pagină nu există|Membru LinkedIn|Ați atins limita săptămânală de invitații
Acasă|Rețeaua mea|Joburi|Mesaje|Notificări|Eu|Vedeți profilul`,
  sv: `Hantera inbjudningar|Mottagna|Skickade|Personer ({n})|Sidor ({n})|… visa mer|Läs in fler|Nästa|Föregående|Mer
Dra tillbaka|Dra tillbaka inbjudan till {name}|{name}s profilbild|Skickad {age}|just nu
Dra tillbaka inbjudan|Om du drar tillbaka den nu kan du inte skicka en ny till den här personen på upp till 3 veckor.|Stäng|Avbryt|Jag förstår
Inbjudan har dragits tillbaka|Det gick inte att dra tillbaka inbjudan|Något gick fel. Försök igen.|Inbjudan ignorerad|Inbjudan accepterad
Acceptera|Acceptera inbjudan från {name}|Ignorera|Ignorera inbjudan från {name}|Meddelande|Skapa kontakt|Bjud in {name} att skapa kontakt|Obesvarad|Obesvarad, klicka för att dra tillbaka inbjudan till {name}
Personer du kanske känner|Andra har även visat|Sidan finns inte|LinkedIn-medlem|Du har nått veckogränsen för inbjudningar
Hem|Mitt nätverk|Jobb|Meddelanden|Notiser|Jag|Visa profil`,
  uk: `Керувати запрошеннями|Отримані|Надіслані|Люди ({n})|Сторінки ({n})|… більше|Завантажити ще|Далі|Назад|Більше
Відкликати|Відкликати запрошення, надіслане учаснику {name}|Фото профілю {name}|Надіслано {age}|щойно
Відкликати запрошення|Якщо відкликати його зараз, ви не зможете повторно надіслати його цій людині протягом 3 тижнів.|Закрити|Скасувати|Зрозуміло
Запрошення відкликано|Не вдалося відкликати запрошення|Щось пішло не так. Спробуйте ще раз.|Запрошення проігноровано|Запрошення прийнято
Прийняти|Прийняти запрошення від {name}|Ігнорувати|Ігнорувати запрошення від {name}|Повідомлення|Встановити контакт|Запросити {name} до контактів|Розглядається|Розглядається, натисніть, щоб відкликати запрошення, надіслане учаснику {name}
Люди, яких ви можете знати|Також переглядали|Такої сторінки не існує|Учасник LinkedIn|Ви досягли тижневого ліміту запрошень
Головна|Мережа|Вакансії|Повідомлення|Сповіщення|Я|Переглянути профіль`,
} as const;

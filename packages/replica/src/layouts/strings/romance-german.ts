import { tableFrom } from "./words.ts";

/**
 * Seen on the live page: "Retirer" and its aria-label with U+2019, "Personnes (N)", "Envoyé il y a 1 mois", that
 * the toast names the person, and "En attente" on profiles. The tabs, the picture's label and "voir plus" are the
 * fixture's. Everything else is inferred.
 */
export const french = tableFrom({
  lang: "fr",
  words: `Gérer les invitations|Reçues|Envoyées|Personnes ({n})|Pages ({n})|… voir plus|Charger plus|Suivant|Précédent|Plus
Retirer|Retirer l’invitation envoyée à {name}|Photo de profil de {name}|Envoyé {age}|à l’instant
Retirer l’invitation|Si vous retirez l’invitation maintenant, vous ne pourrez pas en renvoyer une à cette personne avant 3 semaines.|Ignorer|Annuler|J’ai compris
L’invitation envoyée à {name} a été retirée|Échec du retrait de l’invitation|Une erreur s’est produite. Veuillez réessayer.|Invitation ignorée|Invitation acceptée
Accepter|Accepter l’invitation de {name}|Ignorer|Ignorer l’invitation de {name}|Message|Se connecter|Inviter {name} à rejoindre votre réseau|En attente|En attente, cliquez pour retirer l’invitation envoyée à {name}
Vous connaissez peut-être|Autres profils consultés|Cette page n’existe pas|Membre de LinkedIn|Vous avez atteint la limite hebdomadaire d’invitations
Accueil|Réseau|Offres d’emploi|Messagerie|Notifications|Vous|Voir le profil`,
});

/** "Zurückziehen" is in a tool's list, "Ausstehend" was seen on profiles; the rest is inferred. */
export const german = tableFrom({
  lang: "de",
  words: `Einladungen verwalten|Erhalten|Gesendet|Personen ({n})|Seiten ({n})|… mehr anzeigen|Mehr laden|Weiter|Zurück|Mehr
Zurückziehen|Einladung an {name} zurückziehen|Profilbild von {name}|{age} gesendet|gerade eben
Einladung zurückziehen|Wenn Sie die Einladung jetzt zurückziehen, können Sie dieser Person bis zu 3 Wochen lang keine neue senden.|Schließen|Abbrechen|Verstanden
Einladung zurückgezogen|Einladung konnte nicht zurückgezogen werden|Etwas ist schiefgelaufen. Bitte versuchen Sie es erneut.|Einladung ignoriert|Einladung angenommen
Annehmen|Einladung von {name} annehmen|Ignorieren|Einladung von {name} ignorieren|Nachricht|Vernetzen|{name} als Kontakt einladen|Ausstehend|Ausstehend, klicken Sie, um die Einladung an {name} zurückzuziehen
Personen, die Sie vielleicht kennen|Andere Personen, die angesehen wurden|Diese Seite existiert nicht|LinkedIn Mitglied|Sie haben das wöchentliche Einladungslimit erreicht
Start|Ihr Netzwerk|Jobs|Nachrichten|Mitteilungen|Sie|Profil anzeigen`,
});

/** "Retirar" is in tools' lists, "Pendiente" was seen on profiles; the rest is inferred. */
export const spanish = tableFrom({
  lang: "es",
  words: `Gestionar invitaciones|Recibidas|Enviadas|Personas ({n})|Páginas ({n})|… ver más|Cargar más|Siguiente|Anterior|Más
Retirar|Retirar la invitación enviada a {name}|Foto de perfil de {name}|Enviada {age}|ahora mismo
Retirar invitación|Si la retiras ahora, no podrás volver a enviar una invitación a esta persona hasta dentro de 3 semanas.|Descartar|Cancelar|Entendido
Invitación retirada|No se ha podido retirar la invitación|Se ha producido un error. Inténtalo de nuevo.|Invitación ignorada|Invitación aceptada
Aceptar|Aceptar la invitación de {name}|Ignorar|Ignorar la invitación de {name}|Enviar mensaje|Conectar|Invita a {name} a conectar|Pendiente|Pendiente, haz clic para retirar la invitación enviada a {name}
Gente que podrías conocer|Otros perfiles vistos|Esta página no existe|Miembro de LinkedIn|Has alcanzado el límite semanal de invitaciones
Inicio|Mi red|Empleos|Mensajes|Notificaciones|Yo|Ver perfil`,
});

/** "Retirar" and the words dias, semanas and meses were seen, and "Pendente" on profiles; the rest is inferred. */
export const brazilian = tableFrom({
  lang: "pt-BR",
  words: `Gerenciar convites|Recebidos|Enviados|Pessoas ({n})|Páginas ({n})|… ver mais|Carregar mais|Próximo|Anterior|Mais
Retirar|Retirar o convite enviado a {name}|Foto do perfil de {name}|Enviado {age}|agora
Retirar convite|Se você retirar agora, não poderá enviar outro convite a esta pessoa por até 3 semanas.|Fechar|Cancelar|Entendi
Convite retirado|Não foi possível retirar o convite|Algo deu errado. Tente novamente.|Convite ignorado|Convite aceito
Aceitar|Aceitar o convite de {name}|Ignorar|Ignorar o convite de {name}|Enviar mensagem|Conectar|Convidar {name} para se conectar|Pendente|Pendente, clique para retirar o convite enviado a {name}
Pessoas que talvez você conheça|As pessoas também viram|Esta página não existe|Usuário do LinkedIn|Você atingiu o limite semanal de convites
Início|Minha rede|Vagas|Mensagens|Notificações|Eu|Ver perfil`,
});

/** One mail to one person. Everything is text as a person reads it; encoding is the sender's business. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Where one click, or one POST, ends such mails (RFC 8058). A code that was asked for just now has none. */
  readonly unsubscribeUrl?: string;
}

/**
 * What became of a mail. SES knows no idempotency key, so an answer that never came is `unclear`: the mail may be on
 * its way, and must not be sent again.
 */
export type MailOutcome =
  | { readonly kind: "sent" }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "unclear"; readonly reason: string };

export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
}

/** What a mail is about, so that what comes back about it finds its way. Ids say nothing of a person. */
export type MailAbout =
  | { readonly kind: "digest" | "problem"; readonly member: string; readonly run: string }
  /** Asked for by somebody who may not be a member. */
  | { readonly kind: "code" };

/** One mail to one person. Everything is text as a person reads it; encoding is the sender's business. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Where one click, or one POST, ends such mails (RFC 8058). A code that was asked for just now has none. */
  readonly unsubscribeUrl?: string;
  readonly about: MailAbout;
}

/**
 * What became of a mail. SES knows no idempotency key, so an answer that never came is `unclear`: the mail may be on
 * its way, and must not be sent again. `deferred` and `refused` it certainly was not taken; after `deferred` the same
 * mail may be taken later.
 */
export type MailOutcome =
  | { readonly kind: "sent" }
  | { readonly kind: "deferred"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "unclear"; readonly reason: string };

export interface Mailer {
  send(mail: Mail): Promise<MailOutcome>;
}

import type { DigestContent } from "./content.ts";
import { digestHtml } from "./html.ts";
import { digestText } from "./text.ts";

/** A digest that is worth a mail. */
export type DigestMail = Extract<DigestContent, { kind: "mail" }>;

/** Absolute addresses. `manage` is the member's page, `unsubscribe` works without signing in. */
export interface DigestLinks {
  readonly site: string;
  readonly manage: string;
  readonly unsubscribe: string;
}

export interface RenderedDigest {
  readonly subject: string;
  /** Below 100 KB: mail programs cut what is longer. */
  readonly html: string;
  /** Says everything that the HTML says. */
  readonly text: string;
}

export function renderDigest(mail: DigestMail, links: DigestLinks): RenderedDigest {
  return { subject: mail.subject, html: digestHtml(mail, links), text: digestText(mail, links) };
}

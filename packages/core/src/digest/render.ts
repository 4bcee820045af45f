import type { DigestContent, LinkTarget } from "./content.ts";
import { digestHtml } from "./html.ts";
import { digestText } from "./text.ts";

/** A digest, or another mail of its kind, that is worth sending. */
export type DigestMail = Extract<DigestContent, { kind: "mail" }>;

/** Absolute addresses. `unsubscribe` and those that `keep` makes work without signing in. */
export interface DigestLinks extends Readonly<Record<LinkTarget, string>> {
  readonly site: string;
  /** Where the member may keep the invitation of this key. */
  readonly keep: (key: string) => string;
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

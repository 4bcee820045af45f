import { profileUrl } from "@lapse/core/dashboard/profileUrl";
import type { InvitationRef } from "@lapse/core/invitation/invitation";
import { shortened, visible } from "@lapse/core/wording/printable";
import { html } from "hono/html";
import type { Markup } from "../layout.ts";

const longestName = 120;

/** A name as it may be shown: what strangers call themselves is cut, and kept from turning the text around it. */
export function nameOf({ name }: InvitationRef): string {
  return shortened(visible(name).trim(), longestName) || "Somebody without a name";
}

/** The name, leading to the profile where one is known. */
export function person(ref: InvitationRef): Markup {
  const url = profileUrl(ref.profile);
  const name = html`<bdi>${nameOf(ref)}</bdi>`;
  return url === null ? name : html`<a href="${url}" rel="noreferrer">${name}</a>`;
}

/** For whoever hears the button out of its row. */
export function unseenName(ref: InvitationRef): Markup {
  return html`<span class="unseen"> <bdi>${nameOf(ref)}</bdi></span>`;
}

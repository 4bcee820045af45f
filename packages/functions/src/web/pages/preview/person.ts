import { profileUrl } from "@lapse/core/dashboard/profileUrl";
import type { PreviewItem } from "@lapse/core/preview/item";
import { count } from "@lapse/core/wording/count";
import { shortened, visible } from "@lapse/core/wording/printable";
import { html } from "hono/html";
import type { Markup } from "../layout.ts";

const longestName = 80;

/** The name is theirs to choose: hostile, and in any script. */
export function nameOf({ ref }: Pick<PreviewItem, "ref">): Markup {
  return html`<bdi>${shortened(visible(ref.name).trim(), longestName) || "Somebody without a name"}</bdi>`;
}

/** Who an invitation is to, with a way to their profile. */
export function person(item: Pick<PreviewItem, "ref">): Markup {
  const url = profileUrl(item.ref.profile);
  return url === null ? nameOf(item) : html`<a href="${url}" rel="noreferrer noopener">${nameOf(item)}</a>`;
}

/** Whole days; the site's own words for an age may say no more than "3 months ago". */
export function ageInWords({ ageDays }: Pick<PreviewItem, "ageDays">): string {
  if (ageDays === null) return "Of unknown age";
  const { atLeast, atMost } = ageDays;
  if (atMost === null || atMost > atLeast + 1) return `At least ${count(atLeast, "day")} old`;
  return `${count(atLeast, "day")} old`;
}

import { profileUrl } from "@lapse/core/dashboard/profileUrl";
import { dayOf } from "@lapse/core/digest/day";
import type { ComingItem, PreviewItem } from "@lapse/core/preview/item";
import { shortened, visible } from "@lapse/core/wording/printable";
import { html } from "hono/html";
import type { Markup } from "../layout.ts";

const longestName = 80;

/** Who an invitation is to, with a way to their profile. The name is theirs to choose: hostile, and in any script. */
export function person({ ref }: Pick<PreviewItem, "ref">): Markup {
  const name = shortened(visible(ref.name).trim(), longestName) || "Somebody without a name";
  const url = profileUrl(ref.profile);
  return url === null
    ? html`<bdi>${name}</bdi>`
    : html`<a href="${url}" rel="noreferrer noopener"><bdi>${name}</bdi></a>`;
}

/** Whole days; the site's own words for an age may say no more than "3 months ago". */
export function ageInWords({ ageDays }: Pick<PreviewItem, "ageDays">): string {
  if (ageDays === null) return "its age is not known";
  const { atLeast, atMost } = ageDays;
  if (atMost === null || atMost > atLeast + 1) return `at least ${days(atLeast)} old`;
  return `${days(atLeast)} old`;
}

export interface Calendar {
  readonly zone: string;
  /** ms since 1970. */
  readonly now: number;
}

/** One line of what is coming: who, the earliest day, and how old. */
export function comingLine(item: ComingItem, { zone, now }: Calendar): Markup {
  const done = item.ref.direction === "received" ? "ignored" : "withdrawn";
  return html`<li><span class="who">${person(item)}</span>
<span class="why">${done} on ${dayOf(item.on, zone, now).long} at the earliest; ${ageInWords(item)}</span></li>`;
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${count} days`;
}

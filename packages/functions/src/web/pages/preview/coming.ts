import { dayOf } from "@lapse/core/digest/day";
import { invitationKey } from "@lapse/core/invitation/invitation";
import type { ComingItem } from "@lapse/core/preview/item";
import { html } from "hono/html";
import type { PreviewView } from "../../preview/view.ts";
import type { Markup } from "../layout.ts";
import { ageInWords, nameOf, person } from "./person.ts";

const noDay = "No day: not announced, and you get no digests";

/**
 * Who goes first, under the days on which they may; then how many more, and until when.
 * @param most how many are shown
 * @param keepable whether each has its Keep button
 */
export function comingPeople(view: PreviewView, most: number, keepable: boolean): Markup {
  const { coming } = view.preview;
  const dayAt = (on: number) => dayOf(on, view.policy.timezone, view.now);
  const days = new Map<string, ComingItem[]>();
  for (const item of coming.slice(0, most)) {
    const title = item.on === null ? noDay : dayAt(item.on).long;
    days.set(title, [...(days.get(title) ?? []), item]);
  }
  const more = coming.length - most;
  const last = coming.at(-1)?.on ?? null;
  return html`${[...days].map(
    ([title, items]) => html`<h3>${title}</h3>
<ul class="people">${items.map((item) => line(item, keepable ? view : null))}</ul>`,
  )}${more > 0 ? html`<p>And ${more} more${last === null ? "" : ` until ${dayAt(last).short}`}.</p>` : ""}`;
}

function line(item: ComingItem, keepIn: PreviewView | null): Markup {
  const received = item.ref.direction === "received" ? "; you received this one, so it is ignored" : "";
  return html`<li><span class="who">${person(item)}</span>
<span class="why">${ageInWords(item)}${received}</span>${keepIn === null ? "" : keepButton(item, keepIn)}</li>`;
}

/** Leads back to the number of days that is shown. */
function keepButton(item: ComingItem, { member, policy }: PreviewView): Markup | "" {
  const key = invitationKey(item.ref);
  if (key === null) return "";
  const { olderThanDays } = policy;
  const back =
    olderThanDays === member.policy.olderThanDays
      ? ""
      : html`<input type="hidden" name="olderThanDays" value="${olderThanDays}">`;
  return html`<form method="post" action="/preview/keep"><input type="hidden" name="key" value="${key}">${back}
<button type="submit" class="outline secondary">Keep<span class="unseen"> ${nameOf(item)}</span></button></form>`;
}

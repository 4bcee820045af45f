import { profileUrl } from "@lapse/core/dashboard/profileUrl";
import { dayOf, daysUntilNewInvitation } from "@lapse/core/digest/day";
import type { KeepTarget } from "@lapse/core/digest/keepTarget";
import type { InvitationRef } from "@lapse/core/invitation/invitation";
import type { Policy } from "@lapse/core/policy/policy";
import { html } from "hono/html";
import { layout, type Markup } from "./layout.ts";

/** Asks, and does nothing. */
export function keepPage(token: string, { ref, on }: KeepTarget, policy: Policy, now: number): Markup {
  const { timezone, paused } = policy;
  const day = dayOf(on, timezone, now).long;
  const act = isReceived(ref)
    ? html`The invitation that you received from ${who(ref)} is to be ignored`
    : html`Your invitation to ${who(ref)} is to be withdrawn`;
  const when = paused ? html`once you resume, as you paused` : html`on ${day} at the earliest`;
  return layout(
    "Keep this invitation? – Lapse",
    html`<h1>Keep ${named(ref)}?</h1>
<p>${act}, ${when}. Keep it, and Lapse leaves it alone from now on.</p>
<form method="post" action="/keep">
<input type="hidden" name="token" value="${token}">
<button type="submit">Keep ${named(ref)}</button>
</form>
<p class="quiet">You need not sign in for this, and this link does nothing else.</p>`,
  );
}

export function keptPage(ref: InvitationRef): Markup {
  return layout(
    "Kept – Lapse",
    html`<h1>You keep ${named(ref)}</h1>
<p class="status good">This invitation stays as it is, also if a sweep is running just now.</p>
<p>Whom you keep stands in <a href="/rules">your rules</a>; there you can let ${who(ref)} go again.</p>`,
  );
}

/** @param at when that was, ms since 1970, as `now` */
export function keepGonePage(
  ref: InvitationRef,
  at: number,
  { timezone }: Pick<Policy, "timezone">,
  now: number,
): Markup {
  const day = dayOf(at, timezone, now).long;
  const again = dayOf(at, timezone, now, daysUntilNewInvitation).short;
  const sentence = isReceived(ref)
    ? html`The invitation from ${who(ref)} was ignored on ${day}. That cannot be undone.`
    : html`Your invitation to ${who(ref)} was withdrawn on ${day}. That cannot be undone. You can invite them again
from ${again} at the latest.`;
  return layout(
    "Too late to keep – Lapse",
    html`<h1>It is too late to keep ${named(ref)}</h1>
<p class="status wait">${sentence}</p>
<p>Whom else you keep stands in <a href="/rules">your rules</a>.</p>`,
  );
}

const isReceived = ({ direction }: InvitationRef) => direction === "received";

function named({ name }: InvitationRef): Markup {
  return html`<bdi>${name.trim() === "" ? "somebody without a name" : name}</bdi>`;
}

function who(ref: InvitationRef): Markup {
  const url = profileUrl(ref.profile);
  return url === null ? named(ref) : html`<a href="${url}" rel="noreferrer">${named(ref)}</a>`;
}

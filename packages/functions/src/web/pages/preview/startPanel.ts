import { dayOf } from "@lapse/core/digest/day";
import { policyInWords } from "@lapse/core/policy/words";
import { count } from "@lapse/core/wording/count";
import { html } from "hono/html";
import type { PreviewView } from "../../preview/view.ts";
import type { Markup } from "../layout.ts";

/** What the member can say to this list: start, go on, take another number, or nothing. */
export function startPanel(view: PreviewView): Markup | "" {
  const { member, policy } = view;
  const stored = member.policy.olderThanDays;
  if (policy.olderThanDays !== stored) return otherNumber(policy.olderThanDays, stored);
  if (member.session !== "sealed")
    return panel(
      "Connect LinkedIn",
      html`<p>Nothing is withdrawn while LinkedIn is not connected.</p>
<p class="actions"><a href="/connect" role="button">Connect LinkedIn${member.session === "none" ? "" : " again"}</a></p>`,
    );
  if (member.startedAt === null) return panel("Start the clean-up", toStart(view));
  if (view.asked)
    return panel(
      "Lapse waits for your word",
      html`<p>Far more is due than you last confirmed, so nothing is withdrawn until you have looked at this list.</p>
${whatFollows(view)}${go("Go on with these", view)}`,
    );
  if (view.untold > 0 && member.mail === "off")
    return panel(
      "Not announced",
      html`<p>${view.untold === 1 ? "One of those due has" : `${view.untold} of those due have`} not been announced, and you get no digests. Nothing
happens to ${view.untold === 1 ? "it" : "them"} unless you go on here. ${firstDay(view)}</p>${go("Go on with these", view)}`,
    );
  if (view.untold > 0)
    return panel(
      "Not announced yet",
      html`<p>${view.untold === 1 ? "One of those due has" : `${view.untold} of those due have`} not been announced. Your next digest does that. You
can also go on with ${view.untold === 1 ? "it" : "them"} now, with the days shown here.</p>${go("Go on with these", view)}`,
    );
  return "";
}

function toStart(view: PreviewView): Markup {
  return html`<p>${policyInWords(view.policy)}</p>
${whatFollows(view)}
<p>You can keep anybody until the last moment, and pause at any time. A withdrawal cannot be undone, and the same person
cannot be invited again for up to three weeks. They are not told.</p>
${go("Start the clean-up", view)}`;
}

function whatFollows({ preview, policy, member, now }: PreviewView): Markup {
  const paused = preview.paused ? html`<p>You have paused: nothing is withdrawn until you resume.</p>` : "";
  if (preview.coming.length === 0) return html`<p>Nobody is due today. ${whoeverIsNext(member)}</p>${paused}`;
  const first = Math.min(...preview.coming.map(({ ifConfirmed }) => ifConfirmed));
  const day = dayOf(first, policy.timezone, now).long;
  return html`<p>${count(preview.coming.length, "invitation is", "invitations are")} due. Nothing is withdrawn before
<strong>${day}</strong>, and then at most ${policy.perDay} a day.</p>${paused}`;
}

function whoeverIsNext({ mail }: PreviewView["member"]): string {
  return mail === "on"
    ? "Whoever becomes due is announced to you first."
    : "You get no digests, so nothing happens to whoever becomes due until you go on with them here.";
}

/** Of those that are not announced. */
function firstDay({ preview, policy, now }: PreviewView): string {
  const first = Math.min(...preview.coming.flatMap(({ told, ifConfirmed }) => (told ? [] : [ifConfirmed])));
  return `Then the first goes on ${dayOf(first, policy.timezone, now).long} at the earliest.`;
}

function otherNumber(shown: number, stored: number): Markup {
  return panel(
    `This is the list at ${count(shown, "day")}`,
    html`<p>Your rules say ${count(stored, "day")}. Nothing has changed yet.</p>
<form method="post" action="/preview/days"><input type="hidden" name="olderThanDays" value="${shown}">
<div class="actions"><button type="submit">Use ${count(shown, "day")}</button>
<a href="/preview" role="button" class="secondary">Back to ${count(stored, "day")}</a></div></form>`,
  );
}

function go(label: string, { fingerprint }: PreviewView): Markup {
  return html`<form method="post" action="/start"><input type="hidden" name="shown" value="${fingerprint}">
<button type="submit">${label}</button></form>`;
}

function panel(title: string, body: Markup): Markup {
  return html`<section class="panel" aria-labelledby="next"><h2 id="next">${title}</h2>${body}</section>`;
}

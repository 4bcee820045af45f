import { dayOf } from "@lapse/core/digest/day";
import { wallTime } from "@lapse/core/schedule/zone";
import { count } from "@lapse/core/wording/count";
import { html } from "hono/html";
import type { PreviewView } from "../../preview/view.ts";
import { problemSummary } from "../errorSummary.ts";
import { layout, type Markup } from "../layout.ts";
import { comingPeople } from "./coming.ts";
import { daysSection } from "./daysSection.ts";
import { agesChart, figures, sidesOf } from "./numbers.ts";
import { keptPeople, unreadablePeople } from "./people.ts";
import { startPanel } from "./startPanel.ts";

const mostComing = 20;
const noNumber = { field: "olderThanDays", text: "That is no number of days. Nothing was changed." };

/**
 * The member's list as Lapse sees it. Nothing of it has happened.
 * @param refused why what was asked for was not done
 * @param wrong what was typed for a number of days and is none
 */
export function previewPage(view: PreviewView, refused: string | null = null, wrong?: string): Markup {
  const { member, policy, preview, insight } = view;
  const { olderThanDays } = policy;
  const title = member.startedAt === null ? "What Lapse would do" : "Your list";
  const sides = sidesOf(preview);
  return layout(
    `${wrong === undefined ? "" : "Error: "}${title} – Lapse`,
    html`${problemSummary(wrong === undefined ? [] : [noNumber])}${refused === null ? "" : html`<p class="status bad" role="alert">${refused}</p>`}
<h1>${title}</h1>
<p class="lead">${inOneSentence(view)}</p>
${readAt(view)}
${figures(preview)}
${startPanel(view)}
<section aria-labelledby="age"><h2 id="age">How old they are</h2>
${preview.sent.read === 0 ? html`<p>Nobody is pending.</p>` : agesChart(preview, olderThanDays)}</section>
${daysSection({ ...{ choices: preview.choices, stored: member.policy.olderThanDays }, ...{ shown: olderThanDays, wrong, insight } })}
<section aria-labelledby="due"><h2 class="state" id="due">Who is due, and when <span class="count">${preview.coming.length}</span></h2>
${preview.coming.length === 0 ? html`<p>Nobody.</p>` : html`<p>Each on its day at the earliest, unless you keep them.</p>${comingPeople(view, mostComing, true)}`}</section>
${keptPeople(sides)}
${unreadablePeople(sides)}
<p><a href="/rules">Change the rules</a></p>`,
    "member",
  );
}

function inOneSentence({ preview, policy, member }: PreviewView): string {
  const { sent, coming } = preview;
  const pending = count(sent.pending ?? sent.read, "invitation is", "invitations are");
  const older = `older than ${count(policy.olderThanDays, "day")} and not kept`;
  const due =
    sent.due === 0
      ? `None of them is ${older}`
      : `${sent.due} of them ${sent.due === 1 ? "is" : "are"} ${older}`;
  const first = member.startedAt === null && coming.length > 0 ? " Nothing happens until you start." : "";
  return `${pending.charAt(0).toUpperCase()}${pending.slice(1)} pending. ${due}.${first}`;
}

function readAt({ preview, policy, looking, now, member }: PreviewView): Markup {
  const { hour, minute } = wallTime(preview.readAt, policy.timezone);
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  const as = `As of ${dayOf(preview.readAt, policy.timezone, now).long}, ${time}.`;
  if (looking)
    return html`<p class="quiet">${as} Lapse is reading your list now. <a href="/preview">Show it again</a></p>`;
  if (member.session !== "sealed") return html`<p class="quiet">${as}</p>`;
  return html`<form method="post" action="/look" class="actions"><input type="hidden" name="from" value="preview"><span class="quiet">${as}</span>
<button type="submit" class="link">Look again</button></form>`;
}

import type { Dashboard } from "@lapse/core/dashboard/dashboard";
import type { Insight } from "@lapse/core/insight/insight";
import type { Member } from "@lapse/core/member/member";
import { html } from "hono/html";
import { dashboardAt, type Place } from "../../dashboard/fields.ts";
import { layout, type Markup } from "../layout.ts";
import { exportSection, historySection, rulesSection, sessionSection } from "./bottom.ts";
import type { DoneName } from "./done.ts";
import { foundGroups, groupSection, groupTitles } from "./groups.ts";
import { top } from "./top.ts";

export interface DashboardView {
  readonly member: Member;
  readonly board: Dashboard;
  readonly place: Place;
  /** What was done just now; null where this is a plain visit. */
  readonly done: DoneName | null;
  readonly insight: Insight | null;
  /** ms since 1970. */
  readonly now: number;
}

/** Everything on one page; a search, or one group alone, leaves out what is not about it. */
export function dashboardPage(view: DashboardView): Markup {
  const { member, board, place, done, insight, now } = view;
  const whole = place.state === null && place.q === "";
  const title = place.state === null ? "Your invitations" : groupTitles[place.state];
  return layout(
    `${title} – Lapse`,
    html`<h1>${title}</h1>
${top(member, board, done)}
${search(board, place)}
${people(view)}
${whole ? html`${rulesSection(member, insight)}${historySection(board)}${sessionSection(member, board, now)}${exportSection()}` : ""}`,
    "member",
  );
}

function search({ groups }: Dashboard, { q, state }: Place): Markup | "" {
  if (groups.length === 0) return "";
  return html`<search><form class="search" method="get" action="/dashboard">
${state === null ? "" : html`<input type="hidden" name="state" value="${state}">`}
<label>Find somebody by name<input type="search" name="q" maxlength="100" value="${q}" autocomplete="off"></label>
<button type="submit" class="secondary">Find</button>
</form></search>`;
}

function people({ member, board, place, now }: DashboardView): Markup {
  const groups = foundGroups(board.groups, place);
  const query = dashboardAt(place).replace(/^\/dashboard/, "");
  const { policy, session, startedAt } = member;
  const acting = session === "sealed" && startedAt !== null && !policy.paused;
  const context = { timezone: policy.timezone, now, acting, back: query };
  if (groups.length > 0) return html`${groups.map((group) => groupSection(group, place, context))}`;
  if (place.q !== "" || place.state !== null)
    return html`<p>${place.q === "" ? "Nobody is in this group." : html`Nobody called “<bdi>${place.q}</bdi>” is in your list.`}
<a href="/dashboard">Show everybody</a></p>`;
  return nobody(board);
}

function nobody({ readAt, status }: Dashboard): Markup {
  if (status.name === "first-visit")
    return html`<ol class="steps"><li>Connect your LinkedIn account.</li>
<li>Look at the preview: who is old enough, who is kept, and when.</li>
<li>Start the clean-up. Nothing is withdrawn before that.</li></ol>`;
  if (readAt === null) return html`<p>Your invitations stand here once your list has been read.</p>`;
  return html`<p>No invitation of yours is waiting for an answer.</p>`;
}

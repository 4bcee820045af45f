import type { DashboardGroup } from "@lapse/core/dashboard/dashboard";
import type { GroupName } from "@lapse/core/dashboard/item";
import { comparable } from "@lapse/core/plan/text";
import { count } from "@lapse/core/wording/count";
import { html } from "hono/html";
import { dashboardAt, type Place } from "../../dashboard/fields.ts";
import type { Markup } from "../layout.ts";
import { itemRow, type RowContext } from "./itemRow.ts";

export const groupTitles: Readonly<Record<GroupName, string>> = {
  coming: "Coming up",
  dayless: "Old enough, no day yet",
  trouble: "Worth a look",
  fresh: "Not old enough yet",
  kept: "Kept",
  received: "Received by you",
  withdrawn: "Withdrawn",
  answered: "Answered, or gone without us",
};

const abouts: Readonly<Record<GroupName, string>> = {
  coming: "Old enough. Each is withdrawn from its day on, unless you keep it.",
  dayless: "Nothing happens to these as things stand.",
  trouble: "What did not work, what we cannot prove, and what we did not understand.",
  fresh: "Nothing happens to these before they are old enough.",
  kept: "Never withdrawn while the rule stands.",
  received: "Invitations that others sent you.",
  withdrawn: "Proved on LinkedIn's own page. The other person is not told.",
  answered: "LinkedIn does not say which.",
};

/** A group shows so many on the dashboard, and so many a page where it is looked at alone. */
const folded = 50;
const perPage = 200;

/** What a member comes for is open; of the others so many are no clutter. */
const atOnce: ReadonlySet<GroupName> = new Set(["coming", "dayless", "trouble"]);
const fewEnough = 5;

/** The groups as they are found: by part of a name, and one of them alone where it was asked for. */
export function foundGroups(groups: readonly DashboardGroup[], { q, state }: Place): DashboardGroup[] {
  const part = comparable(q);
  return groups
    .filter(({ name }) => state === null || name === state)
    .map(({ name, items }) => ({
      name,
      items: part === "" ? items : items.filter(({ ref }) => comparable(ref.name).includes(part)),
    }))
    .filter(({ items }) => items.length > 0);
}

export function groupSection({ name, items }: DashboardGroup, place: Place, context: RowContext): Markup {
  const alone = place.state !== null;
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const page = Math.min(place.page, pages);
  const from = alone ? (page - 1) * perPage : 0;
  const shown = items.slice(from, from + (alone ? perPage : folded));
  const people = html`<ul class="people">
${shown.map((item) => itemRow(item, context))}</ul>`;
  const closed = !alone && place.q === "" && !atOnce.has(name) && items.length > fewEnough;
  return html`<section aria-labelledby="${name}">
<h2 class="state" id="${name}">${groupTitles[name]} <span class="count">${items.length}</span></h2>
<p class="quiet">${abouts[name]}</p>
${closed ? html`<details><summary>Show ${shown.length === items.length ? "them" : `the first ${shown.length}`}</summary>${people}</details>` : people}
${alone ? pager(items.length, pages, { ...place, page }) : rest(items.length, { ...place, state: name })}
</section>
`;
}

function rest(all: number, place: Place): Markup | "" {
  if (all <= folded) return "";
  return html`<p><a href="${dashboardAt(place)}">Show all ${all}</a></p>`;
}

function pager(all: number, pages: number, place: Place): Markup {
  const { page } = place;
  const to = (number: number, label: string) =>
    html`<a href="${dashboardAt({ ...place, page: number })}">${label}</a>`;
  return html`<nav class="actions" aria-label="Pages">
${page > 1 ? to(page - 1, "Previous page") : ""}
<span class="quiet">${count(all, "invitation")}${pages > 1 ? `, page ${page} of ${pages}` : ""}</span>
${page < pages ? to(page + 1, "Next page") : ""}
<a href="${dashboardAt({ ...place, state: null, page: 1 })}">All groups</a></nav>`;
}

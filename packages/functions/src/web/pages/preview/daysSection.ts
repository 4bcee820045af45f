import type { Insight } from "@lapse/core/insight/insight";
import { limits } from "@lapse/core/policy/schema";
import type { DaysChoice } from "@lapse/core/preview/choices";
import { html } from "hono/html";
import { curve } from "../charts/curve.ts";
import { numberField } from "../field.ts";
import type { Markup } from "../layout.ts";

export interface DaysView {
  readonly choices: readonly DaysChoice[];
  /** What the member's rules say. */
  readonly stored: number;
  /** What this page was planned with. */
  readonly shown: number;
  /** What was typed, where it is no number of days. */
  readonly wrong: string | undefined;
  readonly insight: Insight | null;
}

/** What the chosen number means, what others would, and the way to another. */
export function daysSection({ choices, stored, shown, wrong, insight }: DaysView): Markup {
  const [min, max] = limits.olderThanDays;
  const errors = wrong === undefined ? [] : [`This must be a whole number from ${min} to ${max}.`];
  return html`<section aria-labelledby="days"><h2 id="days">What the number of days means</h2>
<table><caption class="unseen">How many would be due now, by number of days</caption>
<thead><tr><th scope="col">Older than</th><th scope="col">Due now</th></tr></thead>
<tbody>${choices.map(
    ({ days, due }) =>
      html`<tr><th scope="row">${
        days === shown
          ? html`<strong>${days} days</strong> <span class="quiet">(${days === stored ? "your rule" : "shown here"})</span>`
          : html`<a href="${days === stored ? "/preview" : `/preview?olderThanDays=${days}`}">${days} days</a>${days === stored ? html` <span class="quiet">(your rule)</span>` : ""}`
      }</th><td>${due}</td></tr>`,
  )}</tbody></table>
${insight === null ? "" : insightOf(insight)}
<form method="get" action="/preview" novalidate>
${numberField(
  { name: "olderThanDays", label: "Another number", unit: "days", min, max },
  { value: wrong ?? String(shown), errors },
)}
<div class="actions"><button type="submit" class="secondary">Show what it means</button>
<button type="submit" class="outline" formmethod="post" formaction="/preview/days">Use this number</button></div>
</form></section>`;
}

function insightOf({ sentence, cases, curve: points, olderThanDays }: Insight): Markup {
  return html`<p>${sentence}</p>${curve(
    {
      ...{ id: "answers", title: "How long your invitations took to be answered", description: sentence },
      ...{
        caption: `Share of the ${cases} that were answered, by days.`,
        heads: ["Days", "Answered by then"],
      },
      ...{ unit: "days", mark: { x: olderThanDays, label: `you withdraw at ${olderThanDays}` } },
    },
    points.map(({ days, share }) => ({ x: days, share })),
  )}`;
}

import { html } from "hono/html";
import type { PreviewView } from "../../preview/view.ts";
import type { Markup } from "../layout.ts";
import { comingPeople } from "./coming.ts";
import { agesChart, figures } from "./numbers.ts";

/** The rest is on the preview, once the rules are stored. */
const mostShown = 5;

/** What rules that are not stored yet would mean for the list. */
export function meaning(view: PreviewView): Markup {
  const { preview, policy } = view;
  return html`<section aria-labelledby="meaning"><h2 id="meaning">What it means for your list</h2>
${figures(preview)}
${preview.sent.read === 0 ? "" : agesChart(preview, policy.olderThanDays)}
${preview.coming.length === 0 ? html`<p>Nobody would be due now.</p>` : comingPeople(view, mostShown, false)}
</section>`;
}

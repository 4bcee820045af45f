import type { DashboardItem } from "@lapse/core/dashboard/item";
import { html } from "hono/html";
import { layout, type Markup } from "../layout.ts";
import { person } from "./person.ts";

/** Asks before one invitation is withdrawn at once. Nothing happens until the button is pressed. */
export function withdrawNowPage({ key, ref, reason }: DashboardItem): Markup {
  return layout(
    "Withdraw this invitation now? – Lapse",
    html`<h1>Withdraw this invitation now?</h1>
<p class="lead">${person(ref)}</p>
<p class="quiet"><bdi>${reason}</bdi></p>
<p><strong>This cannot be undone.</strong> You may be unable to invite this person again for up to three weeks. They
are not told. It counts against your limit of the day.</p>
<div class="actions"><form method="post" action="/withdraw-now"><button type="submit" class="danger" name="key" value="${key ?? ""}">Withdraw it now</button></form>
<a href="/dashboard">Leave it as it is</a></div>`,
    "member",
  );
}

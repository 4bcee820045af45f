import { html } from "hono/html";
import { layout, type Markup } from "./layout.ts";

const consequence = `Lapse withdraws only what a digest has announced. Without digests it announces nothing more, so it
soon has nothing to withdraw, unless you set your notice to 0 days.`;

/** Asks, and does nothing: mail scanners open every link. */
export function unsubscribePage(token: string): Markup {
  return layout(
    "Stop the digests – Lapse",
    html`<h1>Stop the weekly digests?</h1>
<p>${consequence}</p>
<form method="post" action="/unsubscribe">
<input type="hidden" name="token" value="${token}">
<button type="submit">Stop the digests</button>
</form>`,
  );
}

export function unsubscribedPage(): Markup {
  return layout(
    "No more digests – Lapse",
    html`<h1>No more digests</h1>
<p>You will get no further mail from Lapse.</p>
<p>${consequence}</p>`,
  );
}

import { html } from "hono/html";
import { layout, type Markup } from "../layout.ts";
import { atLinkedIn } from "./deletePage.ts";

export function disconnectPage(): Markup {
  return layout(
    "Disconnect LinkedIn? – Lapse",
    html`<h1>Disconnect LinkedIn?</h1>
<p>Your session is deleted here at once, and Lapse can neither see nor change anything in your account. A sweep that is
running stops before its next click. Your rules and your history stay.</p>
<p>${atLinkedIn}</p>
<div class="actions"><form method="post" action="/disconnect"><button type="submit" class="danger">Disconnect and delete the session</button></form>
<a href="/dashboard">Stay connected</a></div>`,
    "member",
  );
}

import type { Member } from "@lapse/core/member/member";
import { html } from "hono/html";
import { layout, type Markup } from "../layout.ts";

/** Truth about the session that we delete: LinkedIn does not know of it. */
export const atLinkedIn = html`LinkedIn itself is not told. To end the session there, too, sign it out in LinkedIn's
settings, under “Where you're signed in”.`;

export function deletePage({ email }: Pick<Member, "email">): Markup {
  return layout(
    "Delete your account? – Lapse",
    html`<h1>Delete your account and everything with it?</h1>
<p>It is deleted at once and cannot be brought back:</p>
<ul><li>your LinkedIn session,</li><li>your list as it was read, and everything that Lapse did,</li>
<li>your rules and everybody you keep,</li><li>your address, <bdi>${email}</bdi>, and every sign-in.</li></ul>
<p>No mail follows. Your invitations on LinkedIn stay as they are. ${atLinkedIn}</p>
<p>You may want to take your data with you first: <a href="/export.csv">CSV</a>, <a href="/export.json">JSON</a>.</p>
<div class="actions"><form method="post" action="/account/delete"><button type="submit" class="danger" name="sure" value="yes">Delete everything</button></form>
<a href="/account">Keep my account</a></div>`,
    "member",
  );
}

export function deletedPage(): Markup {
  return layout(
    "Everything is deleted – Lapse",
    html`<h1>Everything is deleted</h1>
<p>Lapse has nothing of yours any more, and nothing is done for you from now on.</p>
<p>${atLinkedIn}</p>`,
  );
}

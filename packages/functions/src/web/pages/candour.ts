import { html } from "hono/html";
import type { Markup } from "./layout.ts";

/** What a member must know before signing up. Its statements are facts about LinkedIn; keep them true. */
export function candour(): Markup {
  return html`<section class="candour" aria-labelledby="candour">
<h2 id="candour">Before you sign up</h2>
<dl>
<dt>Your own computer is the better place.</dt>
<dd>Lapse runs there too, from a terminal, and your session stays on it. LinkedIn may sign out a session that is used
from two places, and asks for security checks more often when it is used from a data centre.</dd>
<dt>It is against LinkedIn's rules.</dt>
<dd>Section 8.2 of its User Agreement forbids bots and other automated methods. LinkedIn may restrict or close an
account for it. The account is yours, and so is the risk.</dd>
<dt>A session is a key to your account.</dt>
<dd>To act for you, Lapse needs the cookies of a browser in which you are signed in. Whoever has them can do what you
can do. Lapse seals them when it receives them, opens them only for a sweep, and never writes them into a mail or a log.</dd>
<dt>A withdrawal cannot be undone.</dt>
<dd>You may be unable to invite that person again for up to three weeks. They are not told. Withdrawing does not lift
a limit that LinkedIn has put on your invitations.</dd>
</dl>
</section>`;
}

import { html } from "hono/html";
import type { Markup } from "../layout.ts";

/** What a member must know before giving a session. Its statements are facts about Lapse and LinkedIn; keep them true. */
export function facts(): Markup {
  return html`<section class="candour" aria-labelledby="candour">
<h2 id="candour">Before you connect</h2>
<dl>
<dt>What a session is</dt>
<dd>When you sign in, LinkedIn gives your browser a few cookies. While they are valid, they stand for your password and
for your second step: whoever has them is you. A session can read and write messages, change your profile, and close
your account.</dd>
<dt>What Lapse does with it</dt>
<dd>It opens your invitation lists and, once you have started it, withdraws what your rules say. Nothing else.</dd>
<dt>Where it is kept, and how it is sealed</dt>
<dd>On your own computer it stays in a browser profile of Lapse's own, and nothing is copied. Pasted or sent here, it is
encrypted with the AWS Encryption SDK before it is stored. The key lies in AWS KMS or, where Lapse runs on somebody's own
computer, in a file that only its owner can read. Only the part of Lapse that opens your lists can unlock it, and no page,
mail or log ever shows it.</dd>
<dt>What LinkedIn's agreement says</dt>
<dd>Section 8.2 of the User Agreement forbids bots and other unauthorised automated methods of using LinkedIn, and
software that copies what it shows. LinkedIn may restrict or close an account for it. The account is yours, and so is
the risk.</dd>
<dt>It may be signed out, or checked</dt>
<dd>LinkedIn may notice a session that is used in two places and sign you out everywhere. An address in a data centre
draws security checks. Lapse never tries to pass one: it stops, tells you, and leaves the session alone.</dd>
<dt>How to end it</dt>
<dd>Disconnect here at any time, and the session is deleted at once. In LinkedIn's settings, under “Sign in &amp;
security”, “Where you're signed in” ends a session for good, wherever a copy of it may be.</dd>
</dl>
</section>`;
}

import { dayOf } from "@lapse/core/digest/day";
import type { Member } from "@lapse/core/member/member";
import { html } from "hono/html";
import { layout, type Markup } from "../layout.ts";

export function accountPage({ email, createdAt, policy, session, mail }: Member, now: number): Markup {
  return layout(
    "Your account – Lapse",
    html`<h1>Your account</h1>
<dl><dt>Email address</dt><dd><bdi>${email}</bdi></dd>
<dt>Member since</dt><dd>${dayOf(createdAt, policy.timezone, now).long}</dd>
<dt>Mail</dt><dd>${mail === "on" ? "You get the weekly digest." : "You get no mail."} <a href="/rules">Change it under Rules</a></dd></dl>
<section aria-labelledby="sign-ins"><h2 id="sign-ins">Where you are signed in</h2>
<p>This ends every sign-in to Lapse, in this browser and in all others. Your LinkedIn session and your rules stay.</p>
<form method="post" action="/account/end-sign-ins"><button type="submit" class="secondary">End all sign-ins</button></form></section>
<section aria-labelledby="linkedin"><h2 id="linkedin">Your LinkedIn session</h2>
${
  session === "none"
    ? html`<p>Nothing is connected. <a href="/connect">Connect</a></p>`
    : html`<p><a href="/disconnect">Disconnect and delete the session</a></p>`
}</section>
<section aria-labelledby="export"><h2 id="export">Take it with you</h2>
<p><a href="/export.csv">For a spreadsheet (CSV)</a>, <a href="/export.json">for a program (JSON)</a></p></section>
<section aria-labelledby="delete"><h2 id="delete">Delete everything</h2>
<p><a href="/account/delete">Delete your account and everything with it</a></p></section>`,
    "member",
  );
}

import { dayOf } from "@lapse/core/digest/day";
import type { Member } from "@lapse/core/member/member";
import { html } from "hono/html";
import { codeMinutes } from "../../../store/extensionCodes.ts";
import type { Trying } from "../../connect/state.ts";
import { layout, type Markup } from "../layout.ts";
import { facts } from "./facts.ts";

/** How things stand, what a session is, and only then the ways to give one, the best first. */
export function connectPage(member: Member, trying: Trying, now: number): Markup {
  return layout(
    "Connect LinkedIn – Lapse",
    html`<h1>${member.session === "none" ? "Connect LinkedIn" : "Your connection"}</h1>
${present(member, now)}
${trying.kind === "waiting" ? html`<p>A session is being tried just now. <a href="/connect/trying">See how it goes</a>.</p>` : ""}
${facts()}
<h2>${member.session === "none" ? "Three ways to connect" : "Three ways to connect again"}, the best first</h2>
<p>However you connect: the session is tried at once, your list is read, and nothing is withdrawn before you have seen
it and started. ${member.session === "none" ? "" : "A new session takes the place of the one before."}</p>
${ownComputer()}${paste()}${extension()}`,
    "member",
  );
}

function present({ session, account, connectedAt, policy }: Member, now: number): Markup {
  const whose = account === null ? "" : html` as <bdi>${account}</bdi>`;
  const since = connectedAt === null ? "" : ` since ${dayOf(connectedAt, policy.timezone, now).short}`;
  switch (session) {
    case "none":
      return html`<p class="status wait">No LinkedIn account is connected.</p>`;
    case "sealed":
      return html`<p class="status good">You are connected${whose}${since}.</p>
<p class="actions"><a href="/preview">See your list</a><a href="/disconnect">Disconnect and delete the session</a></p>`;
    case "out-of-use":
      return html`<p class="status bad">Your session${whose} no longer works, so Lapse has stopped using it. Open
LinkedIn in your own browser, see that you are signed in and that it asks nothing of you, then connect again.</p>
<p class="actions"><a href="/disconnect">Disconnect and delete the session</a></p>`;
  }
}

function ownComputer(): Markup {
  return html`<section class="panel" aria-labelledby="own">
<h3 id="own">1. On your own computer</h3>
<p>The best way. Lapse runs on your computer, opens a browser window with a profile of its own, and you sign in to
LinkedIn there by hand. Nothing is copied, and LinkedIn sees the address that it knows.</p>
<p>In a terminal: <code>lapse connect</code>. How to install it, and how to let it run by itself, is in Lapse's
README.</p>
</section>`;
}

function paste(): Markup {
  return html`<section class="panel" aria-labelledby="paste">
<h3 id="paste">2. Paste it</h3>
<p>Copy one request from your browser's developer tools and paste it here. Lapse takes the cookies that it needs, six at
most, and forgets the rest.</p>
<p class="actions"><a href="/connect/paste" role="button">Paste a session</a><a href="/connect/guide">How to copy it,
picture by picture</a></p>
</section>`;
}

function extension(): Markup {
  return html`<section class="panel" aria-labelledby="extension">
<h3 id="extension">3. Send it with the extension</h3>
<p>Lapse Connect is a small extension for Chrome, Edge, Chromium and Firefox. It may read the cookies of
www.linkedin.com and of no other site, shows what it will send and to where, and sends it once, when you click. It comes
with Lapse, in the folder <code>packages/extension</code>, with a note on how to install it.</p>
<form method="post" action="/connect/code">
<button type="submit" class="secondary">Make a code for the extension</button>
<p class="quiet">The code works once, within ${codeMinutes} minutes. A new one ends the one before.</p>
</form>
</section>`;
}

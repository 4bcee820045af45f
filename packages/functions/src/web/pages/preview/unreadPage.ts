import type { Member } from "@lapse/core/member/member";
import { html } from "hono/html";
import { layout, type Markup } from "../layout.ts";

export interface UnreadView {
  readonly session: Member["session"];
  readonly looking: boolean;
}

/** Before the list was read for the first time. */
export function unreadPage(view: UnreadView): Markup {
  return layout(
    "Your list – Lapse",
    html`<h1>Your list</h1>
${whatNext(view)}
<p>Here you will see who is still pending and for how long, who would be withdrawn and on which day, and who is kept and
why. Nothing is withdrawn until you have seen that and said “Start the clean-up”.</p>`,
    "member",
  );
}

function whatNext({ session, looking }: UnreadView): Markup {
  if (looking)
    return html`<p class="status wait" data-again="5">Lapse is reading your list now. This takes a minute or two.</p>
<p><a href="/preview">Look again</a></p>`;
  switch (session) {
    case "sealed":
      return html`<p class="status wait">Lapse has not read your list yet.</p>
<form method="post" action="/look"><input type="hidden" name="from" value="preview"><button type="submit">Read it now</button></form>`;
    case "none":
      return html`<p class="status">Lapse cannot see your list: LinkedIn is not connected.</p>
<p class="actions"><a href="/connect" role="button">Connect LinkedIn</a></p>`;
    case "out-of-use":
      return html`<p class="status bad">Lapse cannot see your list: LinkedIn has to be connected again.</p>
<p class="actions"><a href="/connect" role="button">Connect LinkedIn again</a></p>`;
  }
}

import type { SweepOutcome } from "@lapse/core/sweep/result";
import { html } from "hono/html";
import type { Trying } from "../../connect/state.ts";
import { layout, type Markup } from "../layout.ts";

/** @param another whether a further session was given while this one was being tried */
export function tryingPage(trying: Trying, another: boolean): Markup {
  return layout(
    `${title(trying)} – Lapse`,
    html`<h1>${title(trying)}</h1>${told(trying, another)}`,
    "member",
  );
}

function title(trying: Trying): string {
  switch (trying.kind) {
    case "none":
      return "Nothing is being tried";
    case "waiting":
      return "Your session is being tried";
    case "late":
      return "That session is not in use";
    case "taken":
      return "You are connected";
    case "refused":
      return "That session was not taken";
  }
}

function told(trying: Trying, another: boolean): Markup {
  switch (trying.kind) {
    case "none":
      return html`<p class="status wait">No session is waiting to be tried.</p>
<p class="actions"><a href="/connect">Connect LinkedIn</a></p>`;
    case "waiting":
      // The page's script asks again by itself; without it there is the link.
      return html`<p class="status wait" data-again="2">Lapse is opening your list with it. That takes up to a
minute.</p>
${another ? html`<p>What you gave just now was not taken, and nothing of it was kept: the one before it is still being tried.</p>` : ""}
<p class="actions"><a href="/connect/trying" role="button">Look again</a></p>
<p class="quiet">It is only read: nothing in your account is changed.</p>`;
    case "late":
      return html`<p class="status bad">Nothing came of it, and the fault is ours: no part of Lapse came to try it,
or to the end of it. Nothing of it is kept for longer than a day.</p>
<p class="actions"><a href="/connect" role="button">Connect again</a></p>`;
    case "taken":
      return html`<p class="status good">${trying.account === null ? "Signed in" : html`Signed in as <bdi>${trying.account}</bdi>`}.
Your list has been read.</p>
<p>Nothing happens yet. See your list as Lapse sees it, change your rules if you like, and start when you are ready.</p>
<p class="actions"><a href="/preview" role="button">See your list</a></p>`;
    case "refused":
      return html`<p class="status bad">${trying.message}</p>
<p>${whatToDo(trying.outcome)} The session was deleted.</p>
<p class="actions"><a href="/connect" role="button">Connect again</a></p>`;
  }
}

const ours = "The fault is ours: your session may be fine. Try again later.";
const again = "Try again in a few minutes.";

function whatToDo(outcome: SweepOutcome): string {
  switch (outcome) {
    case "signed-out":
      return "Sign in to LinkedIn in your own browser, leave it signed in, and copy the session again, all of it.";
    case "challenged":
      return "Open LinkedIn in your own browser and answer what it asks. If it asks each time, Lapse on your own computer is the way that works.";
    case "wrong-account":
      return "Sign in to LinkedIn with the account that you mean, then copy its session.";
    case "blocked":
      return "Use LinkedIn as usual for some days before you connect again, or run Lapse on your own computer.";
    case "rate-limited":
      return "LinkedIn asked us to slow down. Try again tomorrow.";
    case "page-drift":
    case "unverified":
      return ours;
    case "unreachable":
    case "busy":
    case "interrupted":
    case "out-of-time":
    case "done":
    case "nothing-due":
    case "capped":
    case "paused":
    case "previewed":
    case "belt":
      return again;
  }
}

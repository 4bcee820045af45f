import { html } from "hono/html";
import { layout, type Markup } from "./layout.ts";

/**
 * Shown after every sign-up, to a new address and to a known one: who is a member is nobody else's business.
 * @param sentence the policy in words; null where this browser did not just sign up
 */
export function welcomePage(sentence: string | null): Markup {
  return layout(
    "You are signed up – Lapse",
    html`<h1>You are signed up</h1>
${sentence === null ? "" : html`<p>These are your rules:</p><blockquote>${sentence}</blockquote>`}
<p>If this address was already signed up, nothing about it was changed: your rules are those you gave the first time.</p>
<h2>What happens next</h2>
<p>Nothing happens in your LinkedIn account until a session is connected. Until then, Lapse has only your address and
your rules.</p>
<p>The safest way is to run Lapse on your own computer, where your session never leaves it. A session that is used from
a server is signed out, or asked for a security check, more often.</p>
<p>Once a session is connected, your first digest says what is old enough. Nothing is withdrawn before the notice you
chose has passed.</p>`,
  );
}

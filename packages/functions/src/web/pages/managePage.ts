import { html } from "hono/html";
import { layout, type Markup } from "./layout.ts";

/** Where a digest's "Keep somebody" leads while members cannot sign in yet. */
export function managePage(): Markup {
  return layout(
    "Change your rules – Lapse",
    html`<h1>Change your rules</h1>
<p>You cannot sign in here yet. Until you can, whoever runs this Lapse changes your rules for you: tell them whom to
keep, or that you want to pause. Nobody is withdrawn before the day in your digest.</p>
<p>To stop Lapse at once, end its session in LinkedIn's own settings, under “Where you're signed in”.</p>`,
  );
}

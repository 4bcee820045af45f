import { html } from "hono/html";
import { layout, type Markup } from "../layout.ts";

/** A page for the signed-in member that says one thing. */
export function memberNote(title: string, sentence: string): Markup {
  return layout(
    `${title} – Lapse`,
    html`<h1>${title}</h1><p>${sentence}</p><p><a href="/dashboard">To your dashboard</a></p>`,
    "member",
  );
}

import { strangers } from "../../people/strangers.ts";
import { escaped } from "../markup.ts";
import { fill } from "../strings/table.ts";
import { classes } from "./classes.ts";
import type { ProfileView } from "./profile.ts";

/** What a profile offers: Pending, Accept, Connect and Message, by what the member is to the person. */
export function controlsFor(view: ProfileView): string {
  const { person } = view;
  const message = linkMarkup(view, "m", person.slug, person.name);
  switch (person.relation.kind) {
    case "self":
      return "";
    case "connected":
      return message;
    case "invites":
      return linkMarkup(view, "a", person.slug, person.name) + message;
    case "stranger":
      return linkMarkup(view, "c", person.slug, person.name) + message;
    case "pending":
      return linkMarkup(view, "p:0", person.slug, person.name) + message;
  }
}

type Control = "p:0" | "a" | "c" | "m";

/** The addresses are inferred: before the scripts run, a click leads away from the page or nowhere. */
export function linkMarkup(view: ProfileView, control: Control, slug: string, name: string): string {
  const { strings, origin } = view;
  const at = encodeURIComponent(slug);
  const [text, aria, href] = {
    "p:0": [strings.pending, strings.pendingAria, "/"],
    a: [strings.accept, strings.acceptAria, "/"],
    c: [strings.connect, strings.connectAria, `/preload/custom-invite/?vanityName=${at}`],
    m: [strings.message, `${strings.message} {name}`, `/messaging/compose/?profileUrn=${at}`],
  }[control] as [string, string, string];
  const key = control === "p:0" ? "p0000000" : control;
  return (
    `<a class="${classes.button}" aria-label="${escaped(fill(aria, { name }))}" href="${escaped(origin + href)}" ` +
    `componentkey="auto-component-${key}" data-r="${control}"><span class="${classes.buttonSpan}">` +
    `<span class="${classes.buttonText}">${escaped(text)}</span></span></a>`
  );
}

/** "People also viewed": other people's Connect, beside the person's own control. */
export function alsoViewed(view: ProfileView): string {
  const people = strangers.filter(({ slug }) => slug !== view.person.slug);
  const rows = people.map(
    ({ name, slug, headline }) =>
      `<li><a href="${escaped(`${view.origin}/in/${slug}/`)}">${escaped(name)}</a>` +
      `<p>${escaped(headline)}</p>${linkMarkup(view, "c", slug, name)}</li>`,
  );
  return (
    `<aside class="${classes.aside}" aria-label="Aside"><h2>${escaped(view.strings.alsoViewed)}</h2>` +
    `<ul>${rows.join("")}</ul></aside>`
  );
}

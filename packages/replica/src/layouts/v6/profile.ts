import type { Invitation } from "../../invitation/invitation.ts";
import type { Person } from "../../people/person.ts";
import { strangers } from "../../people/strangers.ts";
import { configFor, type PageConfig } from "../config.ts";
import { damaged } from "../damage.ts";
import { pushes } from "../island.ts";
import type { PageView } from "../layout.ts";
import { escaped, scriptJson } from "../markup.ts";
import { dataOf } from "../payload.ts";
import { clientScript } from "../scripts.ts";
import { classes } from "./classes.ts";
import { header } from "./frame.ts";
import { overlays } from "./overlays.ts";
import { alsoViewed, controlsFor, linkMarkup } from "./profile-controls.ts";
import { style } from "./style.ts";
import { ways } from "./ways.ts";

export interface ProfileView extends PageView {
  readonly person: Person;
}

/**
 * A profile page. Seen: the Pending control, its text and aria-label, that it stands in the top card and in the
 * sticky header, and that other people's Connect links are all over the page (evidence §3, "Profile fallback").
 * The rest of the markup is inferred.
 */
export function profilePage(view: ProfileView): string {
  const { strings, person } = view;
  return (
    `<!DOCTYPE html><html lang="${strings.lang}" dir="${strings.dir}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${escaped(person.name)} | LinkedIn</title>` +
    `<style>${style}${profileStyle}</style>${clientScript("early")}</head><body>${header(view)}` +
    `<main id="workspace" class="${classes.main}" data-r="main">${content(view)}</main>${overlays(view)}` +
    `${pushes(view, dataFor(view))}${configScript(view)}${stickyScript}${clientScript("main")}</body></html>`
  );
}

const profileStyle =
  "[data-r=sticky]{position:fixed;top:48px;left:0;right:0;z-index:10;display:flex;gap:12px;background:#fff;padding:8px 24px}" +
  "[data-r=sticky][hidden]{display:none}[data-r=card]{padding:16px;min-height:340px}" +
  "[data-r=card]>a,[data-r=sticky]>a,[data-r=c]{padding:6px 14px;border:1px solid #888;border-radius:16px}";

/** The sticky header comes when the top card has been scrolled away. */
const stickyScript =
  '<script>{const main=document.querySelector("[data-r=main]"),bar=document.querySelector("[data-r=sticky]");' +
  'main.addEventListener("scroll",()=>{bar.hidden=main.scrollTop<260})}</script>';

function content(view: ProfileView): string {
  const { person, strings } = view;
  const controls = controlsFor(view);
  const heading = `<h1>${escaped(person.name)}</h1><p>${escaped(person.headline)}</p>`;
  const more = `<button class="${classes.button}" aria-label="${escaped(strings.more)}"><span>${escaped(strings.more)}</span></button>`;
  return (
    `<div><div><section data-r="card">${heading}${controls}${more}</section>` +
    `<section data-r="card"><p>${escaped(strings.peopleYouMayKnow)}</p>${connectLinks(view)}</section>` +
    `<section data-r="card"></section><section data-r="card"></section><section data-r="card"></section></div>` +
    `<div data-r="sticky" hidden><p>${escaped(person.name)}</p>${controls}</div>${alsoViewed(view)}</div>`
  );
}

const connectLinks = (view: ProfileView) =>
  strangers.map(({ name, slug }) => `<p>${escaped(name)}</p>${linkMarkup(view, "c", slug, name)}`).join("");

/** The keys are those of the Voyager answers and of the list's data, on a page where nobody saw them [inferred]. */
function dataFor(view: ProfileView): readonly object[] {
  const { person, faults } = view;
  const [firstName = "", ...rest] = person.name.split(" ");
  const profile = {
    publicIdentifier: person.slug,
    ...(person.profileUrn === null ? {} : { profileUrn: person.profileUrn }),
    firstName,
    lastName: rest.join(" "),
  };
  const others = strangers.map(({ slug }) => ({ publicIdentifier: slug, trackingActionType: "CONNECT" }));
  const invitation = pendingOf(person);
  const own = invitation === null ? [] : dataOf(view, invitation);
  return [...(damaged([profile], faults.mutations) ?? []), ...own, ...others];
}

const pendingOf = ({ relation }: Person): Invitation | null =>
  relation.kind === "pending" ? relation.invitation : null;

/** The list's own script runs the profile too, with the one invitation as its only row. */
function configScript(view: ProfileView): string {
  const { person } = view;
  const invitation = pendingOf(person);
  const invitations = invitation === null ? [] : [invitation];
  const config: PageConfig = {
    ...configFor({ ...view, screen: "sent", invitations, total: invitations.length }, ways),
    screen: "profile",
    next: null,
    counter: null,
    // So encoded that no reader of the page finds a Connect that is not there yet.
    afterwards:
      invitation === null ? null : btoa(encodeURIComponent(linkMarkup(view, "c", person.slug, person.name))),
  };
  return `<script type="application/json" data-r="config">${scriptJson(config)}</script>`;
}

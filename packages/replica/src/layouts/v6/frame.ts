import type { PageView } from "../layout.ts";
import { escaped } from "../markup.ts";
import { classes } from "./classes.ts";
import { buttonMarkup } from "./dialog.ts";

const dismissing = ({ strings }: PageView) =>
  `<button class="${classes.button}" aria-label="${escaped(strings.dialog.dismiss)}"><span class="${classes.buttonSpan}">` +
  '<svg id="close-medium"></svg></span></button>';

/** Navigation, and the link to the member's own profile: the page's evidence of who is signed in. */
export function header(view: PageView): string {
  const words = view.strings.navigation;
  const me =
    view.identity === null
      ? ""
      : `<a href="${escaped(`${view.origin}/in/${encodeURIComponent(view.identity)}/`)}">${escaped(words.viewProfile)}</a>`;
  const link = (path: string, text: string) => `<a href="/${path}/">${escaped(text)}</a>`;
  return (
    '<h2 style="position:absolute;left:-9999px">0 notifications</h2><header><nav>' +
    `${link("feed", words.home)}${link("mynetwork", words.network)}${link("jobs", words.jobs)}` +
    `${link("messaging", words.messaging)}${link("notifications", words.notifications)}` +
    `<button>${escaped(words.me)}</button>${me}<small>replica, not LinkedIn</small></nav></header>` +
    '<div id="interop-outlet" data-testid="interop-shadowdom"></div>'
  );
}

/**
 * Inside `<main>`, as on the live page: an ad, two closed dialogs that look like ours, and a footer. What the ad
 * and most of the footer say stays English: nothing that is done on the page hangs on it.
 */
export function aside(view: PageView): string {
  const dismiss = dismissing(view);
  const dialog = (heading: string, content: string, footer: string) =>
    `<dialog class="${classes.dialog}">${dismiss}<div><header id="dialog-header"><h2>${heading}</h2></header>` +
    `<div data-testid="dialog-content">${content}</div>${footer}</div></dialog>`;
  const reasons =
    "<button><p>Why am I seeing this ad?</p></button><button><p>Hide or report this ad</p></button>";
  const submit = `<footer>${buttonMarkup("Submit")}</footer>`;
  return (
    `<aside class="${classes.aside}" aria-label="Aside"><div>` +
    `<iframe class="${classes.adFrame}" title="advertisement" src="about:blank"></iframe>` +
    dialog("Ad options", reasons, "") +
    dialog("Hide or report this ad", "<p>Tell us why</p>", submit) +
    `${footer(escaped(view.origin), escaped(view.strings.more))}</div></aside>`
  );
}

/** Its last link, "More", has the address of the first ten Withdraw controls. */
function footer(origin: string, more: string): string {
  const link = (href: string, text: string) => `<a href="${href}"><p>${text}</p></a>`;
  return (
    `<footer>${link("https://about.linkedin.com/", "About")}${link(`${origin}/accessibility/`, "Accessibility")}` +
    `${link(`${origin}/help/linkedin/`, "Help Center")}<div role="button"><p>Privacy &amp; Terms</p></div>` +
    link(`${origin}/help/linkedin/answer/62931/`, "Ad Choices") +
    link(`${origin}/ad/start/?trk=n_nav_ads_rr`, "Advertising") +
    '<div role="button"><p>Business Services</p></div>' +
    `${link(`${origin}/mobile/`, "Get the LinkedIn app")}${link(`${origin}/`, more)}</footer>`
  );
}

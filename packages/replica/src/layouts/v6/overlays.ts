import type { PageView } from "../layout.ts";
import { escaped } from "../markup.ts";
import { classes } from "./classes.ts";
import { buttonMarkup, dialogContent } from "./dialog.ts";

/** What may lie over the list. The page's script makes the Dismiss buttons work once it is hydrated. */
export function overlays(view: PageView): string {
  const { messaging, cookieBanner, leftoverDialog, limitBanner } = view.faults;
  return [
    messaging === "present" ? messagingOverlay(view, "right:16px;bottom:0;width:260px;height:48px") : "",
    messaging === "covering" ? messagingOverlay(view, "right:0;top:60px;bottom:0;width:75%") : "",
    messaging === "shadow"
      ? `<div><template shadowrootmode="open">${messagingOverlay(view, "right:16px;bottom:0;width:260px;height:48px")}</template></div>`
      : "",
    cookieBanner ? banner : "",
    limitBanner ? limitNotice(view) : "",
    leftoverDialog === "on-load" ? weeklyLimit(view) : "",
  ].join("");
}

const messagingOverlay = ({ strings }: PageView, place: string) =>
  `<div role="dialog" aria-label="${escaped(strings.navigation.messaging)}" data-r="overlay" style="position:fixed;${place};background:#fff;` +
  'border:1px solid #bbb;padding:8px;z-index:20">' +
  `<h2 style="margin:0;font-size:15px">${escaped(strings.navigation.messaging)}</h2>` +
  `<button data-r="close" aria-label="${escaped(strings.dialog.dismiss)}">×</button></div>`;

const banner =
  '<div role="alert" data-r="overlay" style="position:fixed;left:0;right:0;bottom:0;height:45vh;background:#fff;' +
  'border-top:1px solid #bbb;padding:16px;z-index:25"><p>This site uses cookies.</p>' +
  '<button data-r="close">Reject</button><button data-r="close">Allow</button></div>';

/** That the dialog of the fixtures comes as a banner too is inferred (evidence §7). */
const limitNotice = ({ strings }: PageView) =>
  '<div role="alert" style="position:fixed;left:0;right:0;top:0;height:96px;background:#fff;' +
  `border-bottom:1px solid #bbb;padding:16px;z-index:25"><p>${escaped(strings.weeklyLimit)}</p></div>`;

function weeklyLimit(view: PageView): string {
  const { dismiss } = view.strings.dialog;
  const whole = dialogContent({
    heading: view.strings.weeklyLimit,
    // The fixture's second sentence is known in English only.
    text: view.strings.lang === "en" ? "Connections are limited to people you know…" : "",
    dismiss,
    cancel: "",
    confirm: "",
    confirmAria: "",
  });
  const top = whole.slice(0, whole.indexOf("<footer>"));
  return `<dialog open data-testid="dialog" data-r="leftover" class="${classes.dialog}">${top}<footer>${buttonMarkup(view.strings.gotIt, undefined, "dismiss")}</footer></div></dialog>`;
}

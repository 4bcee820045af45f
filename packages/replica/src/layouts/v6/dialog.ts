import { escaped } from "../markup.ts";
import { classes } from "./classes.ts";

/** The confirm dialog as its answer describes it. */
export interface DialogView {
  readonly heading: string;
  readonly text: string;
  readonly dismiss: string;
  readonly cancel: string;
  readonly confirm: string;
  readonly confirmAria: string;
}

export const buttonMarkup = (text: string, aria?: string, hook = ""): string =>
  `<button${hook === "" ? "" : ` data-r="${hook}"`} class="${classes.button}"${aria === undefined ? "" : ` aria-label="${escaped(aria)}"`}>` +
  `<span class="${classes.buttonSpan}"><span class="${classes.buttonText}">${escaped(text)}</span></span></button>`;

/** What stands inside `<dialog>`; it has no role attribute (evidence §0.8). */
export function dialogContent(view: DialogView): string {
  return (
    `<button data-r="dismiss" aria-label="${escaped(view.dismiss)}" class="${classes.button}"><svg id="close-medium"></svg></button>` +
    `<div><header id="dialog-header"><h2>${escaped(view.heading)}</h2></header>` +
    `<div data-testid="dialog-content"><p>${escaped(view.text)}</p></div>` +
    `<footer>${buttonMarkup(view.cancel, undefined, "cancel")}` +
    `${buttonMarkup(view.confirm, view.confirmAria, "confirm")}</footer></div>`
  );
}

export const dialogMarkup = (view: DialogView): string =>
  `<dialog data-testid="dialog" aria-labelledby="dialog-header" class="${classes.dialog}">${dialogContent(view)}</dialog>`;

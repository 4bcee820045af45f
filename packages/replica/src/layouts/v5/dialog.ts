import type { ListView } from "../layout.ts";
import { escaped } from "../markup.ts";

/** The confirm dialog of the fixtures; `{name}` is filled in by the page's script. */
export function dialogMarkup(view: ListView, typo: boolean): string {
  const { strings, faults } = view;
  const wrong = faults.withdrawnTypo === "as-layout" ? typo : faults.withdrawnTypo === "on";
  const label = (wrong ? strings.withdrawnAria : undefined) ?? strings.withdrawAria;
  const { heading, text, dismiss, cancel } = strings.dialog;
  return (
    `<dialog data-testid="dialog" data-r="dialog"><h2>${escaped(heading)}</h2><p>${escaped(text)}</p>` +
    `<button aria-label="${escaped(dismiss)}" data-r="dismiss"></button>` +
    `<button data-r="cancel"><span>${escaped(cancel)}</span></button>` +
    `<div data-view-name="edge-creation-connect-action"><button aria-label="${escaped(label)}" data-r="confirm">` +
    `<span>${escaped(strings.withdraw)}</span></button></div></dialog>`
  );
}

import type { ListView } from "../layout.ts";
import { escaped } from "../markup.ts";

/** The modal of the fixture: Cancel before Withdraw, neither with a label of its own. */
export function modalMarkup({ strings }: ListView): string {
  const { heading, text, dismiss, cancel } = strings.dialog;
  const button = (order: "secondary" | "primary", hook: string, label: string) =>
    `<button data-test-dialog-${order}-btn class="artdeco-modal__confirm-dialog-btn artdeco-button artdeco-button--2 ` +
    `artdeco-button--${order} ember-view" data-r="${hook}"><span class="artdeco-button__text">${escaped(label)}</span></button>`;
  return (
    '<div data-test-modal-container class="artdeco-modal-overlay" data-r="dialog">' +
    '<div data-test-modal role="alertdialog" class="artdeco-modal artdeco-modal--layer-confirmation" aria-labelledby="confirm-h">' +
    `<button class="artdeco-modal__dismiss artdeco-button--circle" aria-label="${escaped(dismiss)}" data-r="dismiss"></button>` +
    `<h2 id="confirm-h" data-test-dialog-title>${escaped(heading)}</h2>` +
    `<p class="artdeco-modal__confirm-dialog-content">${escaped(text)}</p><div class="artdeco-modal__actionbar">` +
    `${button("secondary", "cancel", cancel)}\n${button("primary", "confirm", strings.withdraw)}</div></div></div>`
  );
}

/** The toast of the fixture; its words are inferred there. */
export const toastMarkup = (_view: ListView): string =>
  '<li class="artdeco-toast-item artdeco-toast-item--visible" data-test-artdeco-toast-item-type="success" role="alert">' +
  '<p class="artdeco-toast-item__message"><span>{text}</span></p>' +
  '<button class="artdeco-toast-item__dismiss artdeco-button--circle" aria-label="Dismiss “{text}” notification" data-r="close"></button></li>';

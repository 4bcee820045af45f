import type { LayoutName } from "../src/replica.ts";

/** Where a person finds things on the page of one layout: by what they see, as the evidence describes it. */
export interface Sight {
  readonly layout: LayoutName;
  readonly rows: string;
  /** Inside a row. */
  readonly name: string;
  readonly age: string;
  readonly withdraw: string;
  readonly counter: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly toast: string;
  /** The button that brings more rows; null where they come by scrolling. */
  readonly more: string | null;
}

const native = {
  confirm: "dialog[open][data-testid=dialog] button[aria-label^='Withdraw']",
  cancel: "dialog[open][data-testid=dialog] button:not([aria-label])",
  toast: "[data-toast]",
} as const;

const v5 = {
  ...native,
  rows: "main [role=listitem]",
  name: "p a[href*='/in/']",
  age: "p:nth-of-type(3)",
  counter: "main nav button[aria-current]",
  confirm: "dialog[open] [data-view-name=edge-creation-connect-action] button",
  more: "main [componentkey=InvitationManagerPage_InvitationsList] > button",
} as const;

const v6 = {
  ...native,
  rows: "main [role=listitem]",
  name: "p",
  age: "p:nth-of-type(1) ~ div ~ div span",
  counter: 'a[href$="/sent/CONNECTION/"]',
} as const;

export const sights: readonly Sight[] = [
  { ...v6, layout: "V6", withdraw: 'a[aria-label^="Withdraw "]', more: null },
  { ...v6, layout: "V5-V6", withdraw: "button[data-view-name=sent-invitations-withdraw-single]", more: null },
  { ...v5, layout: "V5-button", withdraw: "button[data-view-name=sent-invitations-withdraw-single]" },
  { ...v5, layout: "V5-anchor", withdraw: "a[data-view-name=sent-invitations-withdraw-single]" },
  {
    ...native,
    layout: "V4",
    rows: "main div:has(> a[href*='/in/']):has(button)",
    name: "a[href*='/in/']:not(:has(img))",
    age: "a + div + div",
    withdraw: 'button[aria-label^="Withdraw "]',
    counter: 'a[href$="/sent/CONNECTION/"]',
    more: "main div > div + i + button",
  },
  {
    layout: "V3b",
    rows: "li.invitation-card",
    name: ".invitation-card__tvm-title",
    age: "time.time-badge",
    withdraw: "button.invitation-card__action-btn",
    counter: "#mn-invitation-manager__invitation-facet-pills--CONNECTION",
    confirm: "#artdeco-modal-outlet [data-test-dialog-primary-btn]",
    cancel: "#artdeco-modal-outlet [data-test-dialog-secondary-btn]",
    toast: ".artdeco-toasts .artdeco-toast-item",
    more: ".artdeco-pagination__button--next",
  },
];

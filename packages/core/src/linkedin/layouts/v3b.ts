import type { Layout } from "./layout.ts";

/** The Ember page of 2020 to 2024: a hundred rows a page, no `<main>`; ids and test attributes as at least six tools used them (§2). */
export const v3b: Layout = {
  name: "V3b",
  mark: '.ember-application, [id^="mn-invitation-manager__"], [data-test-modal]',
  list: ".mn-invitation-list",
  withdraw: "",
  confirm: "[data-test-dialog-primary-btn]",
  note: ".invitation-card__custom-message",
  counter: '[id$="facet-pills--CONNECTION"]',
  receivedCounter: '[id$="facet-pills--CONNECTION"]',
};

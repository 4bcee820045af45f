import type { Layout } from "./layout.ts";

/** The page of 2025, with `<button>` or `<a>` controls; the names of `data-view-name` are verified (§2), the rest is not. */
export const v5: Layout = {
  name: "V5",
  mark: "[data-view-name]",
  list: '[componentkey*="InvitationsList"]',
  withdraw: '[data-view-name="sent-invitations-withdraw-single"]',
  confirm: '[data-view-name="edge-creation-connect-action"] button',
  note: '[data-view-name="sent-invitation-note"]',
  counter: "",
  receivedCounter: "",
};

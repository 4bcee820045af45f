import type { Ways } from "../config.ts";
import { toastMarkup } from "./toast.ts";

/** How the page of 2026 behaves (evidence §2, §3). */
export const ways: Ways = {
  layout: "V6",
  // Rows in the document and per pagination request (evidence §3).
  batch: 10,
  pager: "scribe",
  loading: "scroll",
  syntheticClicks: false,
  enterIsDead: true,
  tabsByScript: true,
  dialogStays: false,
  dialog: null,
  toast: toastMarkup,
  request: null,
};

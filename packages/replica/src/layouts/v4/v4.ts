import { paginationAnswer } from "../answers.ts";
import type { Ways } from "../config.ts";
import type { Layout } from "../layout.ts";
import { withoutScreens } from "../screens.ts";
import { toastMarkup } from "../v6/toast.ts";
import { dialogMarkup, wholePage } from "./page.ts";
import { rowMarkup } from "./row.ts";

const ways: Ways = {
  layout: "V4",
  batch: 10,
  pager: "list",
  loading: "button",
  syntheticClicks: true,
  enterIsDead: false,
  tabsByScript: false,
  // "Leftovers intercept" (evidence §2).
  dialogStays: true,
  dialog: dialogMarkup,
  toast: toastMarkup,
  request: ({ id }) => ({
    path: `/voyager/api/voyagerRelationshipsDashInvitations/urn%3Ali%3Afsd_invitation%3A${id}?action=withdraw`,
    body: { invitationType: "CONNECTION" },
  }),
};

/** The page of 2024-12 to 2025 (evidence §2, V4): flat, obfuscated, with a dialog that stays. */
export const v4: Layout = {
  name: "V4",
  batch: ways.batch,
  page: (view) => wholePage(view, ways),
  pagination: (view, start) =>
    paginationAnswer(view, start, {
      ways,
      markup: (row) => rowMarkup(row, view.strings),
      withData: view.faults.island,
    }),
  ...withoutScreens(ways),
};

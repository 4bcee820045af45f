import type { Layout } from "../layout.ts";
import { dialogText, paginationText, tabText, withdrawnText } from "./answers.ts";
import { batch, wholePage } from "./page.ts";

/** LinkedIn's server-driven page of 2026 (evidence §2, §3). */
export const v6: Layout = {
  name: "V6",
  batch,
  page: wholePage,
  tab: tabText,
  pagination: paginationText,
  dialog: dialogText,
  withdrawn: withdrawnText,
};

import type { Invitation } from "../../invitation/invitation.ts";
import { dialogText, lines, paginationAnswer, type ShownTab } from "../answers.ts";
import { configFor } from "../config.ts";
import type { Layout, ListView, PageView } from "../layout.ts";
import { type Kind, mainContent, wholePage } from "./page.ts";
import { rowMarkup } from "./row.ts";
import { ways } from "./ways.ts";

/** LinkedIn's server-driven page of 2026 (evidence §2, §3). */
export const v6 = layoutOf({ ways, control: "link" });

/** The mixture that evidence §2 expects: V6 with V5's buttons, and with Load more beside the scrolling. */
export const v5v6 = layoutOf({
  ways: { ...ways, layout: "V5-V6", loading: "both", enterIsDead: false },
  control: "button",
});

function layoutOf(kind: Kind): Layout {
  return {
    name: kind.ways.layout,
    batch: kind.ways.batch,
    fetchesDialog: true,
    page: (view: ListView) => wholePage(view, kind),
    tab: (view: ListView) => {
      const shown: ShownTab = { content: mainContent(view, kind), config: configFor(view, kind.ways) };
      return lines({ 0: { status: 200 }, f: shown });
    },
    pagination: (view, start) =>
      paginationAnswer(view, start, {
        ways: kind.ways,
        markup: (row) => rowMarkup(row, view.strings, kind.control),
        withData: true,
      }),
    dialog: (view: PageView, invitation: Invitation) => dialogText(view, invitation),
  };
}

import { lines, paginationAnswer, type ShownTab } from "../answers.ts";
import { configFor } from "../config.ts";
import type { Layout } from "../layout.ts";
import { withdrawRequest } from "../payload.ts";
import { toastMarkup } from "../v6/toast.ts";
import { dialogMarkup } from "./dialog.ts";
import { type Kind, wholePage } from "./page.ts";
import { type Control, rowMarkup } from "./row.ts";

const withdrawal = "com.linkedin.sdui.requests.mynetwork.addaWithdrawInvitation";
const withdrawPath = `/flagship-web/rsc-action/actions/server-request?sduiid=${withdrawal}&parentSpanId=`;

/** The page of 2025 (evidence §2, V5), first with buttons, then with links. */
export const v5button = layoutWith("button");
export const v5anchor = layoutWith("anchor");

function layoutWith(control: Control): Layout {
  const kind: Kind = {
    control,
    ways: {
      layout: `V5-${control}`,
      batch: 10,
      pager: "list",
      loading: "button",
      syntheticClicks: control === "button",
      enterIsDead: false,
      tabsByScript: false,
      dialogStays: false,
      dialog: (view) => dialogMarkup(view, control === "button"),
      toast: toastMarkup,
      request: (invitation) => ({
        path: `${withdrawPath}${invitation.cardKey.slice(-12)}`,
        body: withdrawRequest(invitation),
      }),
    },
  };
  return {
    name: kind.ways.layout,
    batch: kind.ways.batch,
    fetchesDialog: false,
    page: (view) => wholePage(view, kind),
    tab: (view) => {
      // No page of this layout asks for it; one of another may, before it is loaded again.
      const shown: ShownTab = { content: "", config: configFor(view, kind.ways) };
      return lines({ 0: { status: 200 }, f: shown });
    },
    pagination: (view, start) =>
      paginationAnswer(view, start, {
        ways: kind.ways,
        markup: (row) => rowMarkup(row, view.strings, control),
        withData: view.faults.island,
      }),
    dialog: () => lines({ 0: { status: 404 } }),
  };
}

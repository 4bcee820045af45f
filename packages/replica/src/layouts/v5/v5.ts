import { paginationAnswer } from "../answers.ts";
import type { Layout } from "../layout.ts";
import { withdrawRequest } from "../payload.ts";
import { withoutScreens } from "../screens.ts";
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
    page: (view) => wholePage(view, kind),
    pagination: (view, start) =>
      paginationAnswer(view, start, {
        ways: kind.ways,
        markup: (row) => rowMarkup(row, view.strings, control),
        withData: view.faults.island,
      }),
    ...withoutScreens(kind.ways),
  };
}

import { moreRows } from "../answers.ts";
import type { Ways } from "../config.ts";
import type { Layout } from "../layout.ts";
import { sharedSecretOf } from "../payload.ts";
import { withoutScreens } from "../screens.ts";
import { modalMarkup, toastMarkup } from "./overlays.ts";
import { wholePage } from "./page.ts";
import { listPayload } from "./payload.ts";
import { cardMarkup } from "./row.ts";

const ways: Ways = {
  layout: "V3b",
  batch: 100,
  pager: "voyager",
  loading: "pages",
  syntheticClicks: true,
  enterIsDead: false,
  tabsByScript: false,
  dialogStays: false,
  dialog: modalMarkup,
  toast: toastMarkup,
  request: (invitation) => ({
    path: "/voyager/api/relationships/invitations?action=closeInvitations",
    body: {
      inviteActionType: "WITHDRAW",
      inviteActionData: [
        {
          entityUrn: `urn:li:fs_relInvitation:${invitation.id}`,
          validationToken: sharedSecretOf(invitation),
        },
      ],
    },
  }),
};

/** The Ember page of 2020-05 to 2024 (evidence §2, V3b). */
export const v3b: Layout = {
  name: "V3b",
  batch: ways.batch,
  page: (view) => wholePage(view, ways),
  pagination: (view, start) => {
    const payload = listPayload(view, start, ways.batch) ?? { data: {}, included: [] };
    // Key `r` is the replica's own: what its script needs, whatever the mutations leave of the rest.
    const r = moreRows(view, start, ways, (row) => cardMarkup(view, row));
    return {
      type: "application/vnd.linkedin.normalized+json+2.1",
      body: JSON.stringify({ ...payload, r }),
    };
  },
  ...withoutScreens(ways),
};

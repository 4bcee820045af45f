import type { PageConfig } from "../config.ts";
import type { Effect } from "../effect.ts";
import type { ReceivedRequests } from "../received.ts";
import type { Row } from "./list.ts";
import { post } from "./send.ts";
import { showToast } from "./toast.ts";

/** The received side's pager: named after the sent side's [inferred]. */
const pager = "com.linkedin.sdui.pagers.mynetwork.scribeReceivedInvitationManagerList";
export const receivedPaginationPath = `/flagship-web/rsc-action/actions/pagination?sduiid=${pager}`;

export const receivedPaginationBody = (start: number, filter: "all" | "people"): object => ({
  pagerId: pager,
  screenId: "com.linkedin.sdui.flagshipnav.mynetwork.invitations.InvitationManagerReceived",
  clientArguments: {
    payload: {
      invitationStartIndex: start,
      direction: "PendingInvitationDirection_RECEIVED",
      invitationType: `GenericInvitationType_${filter === "people" ? "CONNECTION" : "UNKNOWN"}`,
      filterCriteria: "FilterCriteria_UNKNOWN",
      phase: "Invitations",
    },
  },
  trigger: { itemDistanceTrigger: { preloadDistance: 3, preloadLength: 250 } },
  retryCount: 2,
});

const asked = new Set<string>();

/** Ignore and Accept act at once: no dialog asks again. */
export async function answerInvitation(
  row: Row,
  act: keyof ReceivedRequests,
  config: PageConfig,
  done: (effect: Effect) => void,
): Promise<void> {
  const { request, profileUrn } = row.ref;
  if (request === null || asked.has(profileUrn)) return;
  asked.add(profileUrn);
  const requests: ReceivedRequests = JSON.parse(decodeURIComponent(atob(request)));
  const answer = await post<Effect>(requests[act].path, requests[act].body);
  asked.delete(profileUrn);
  if (answer.kind === "data" && "removed" in answer.data) done(answer.data);
  showToast((answer.kind === "data" ? answer.toast : null) ?? config.strings.failed, config);
}

/** The requests of the page's script. The dialog's address is inferred; the others are the captured ones. */
const actions = "/flagship-web/rsc-action/actions";
const pagers = {
  scribe: "com.linkedin.sdui.pagers.mynetwork.scribeSentInvitationManagerList",
  list: "com.linkedin.sdui.pagers.mynetwork.invitationsList",
} as const;
/** V6's pager and the older one (evidence §3, "older pager"). */
export type Pager = keyof typeof pagers;
const screens = "com.linkedin.sdui.flagshipnav.mynetwork.invitations";
const withdrawal = "com.linkedin.sdui.requests.mynetwork.addaWithdrawInvitation";

export const paginationPath = (pager: Pager): string => `${actions}/pagination?sduiid=${pagers[pager]}`;
export const dialogPath = `${actions}/screen?sduiid=${screens}.WithdrawConfirmationDialog`;
export const otherPath = `${actions}/server-request?sduiid=com.linkedin.sdui.requests.mynetwork.other`;
export const voyagerPath = (start: number): string =>
  `/voyager/api/relationships/sentInvitationViewsV2?count=100&invitationType=CONNECTION&q=invitationType&start=${start}`;
export const tabPath = (tab: string): string => `/flagship-web/mynetwork/invitation-manager/${tab}`;

export const withdrawPath = (): string =>
  `${actions}/server-request?sduiid=${withdrawal}&parentSpanId=${Math.random().toString(36).slice(2)}`;

export const paginationBody = (start: number, pager: Pager): object => ({
  pagerId: pagers[pager],
  screenId: `${screens}.InvitationSentWithType`,
  clientArguments: {
    payload: {
      [pager === "scribe" ? "invitationStartIndex" : "startIndex"]: start,
      direction: "PendingInvitationDirection_SENT",
      invitationType: "GenericInvitationType_CONNECTION",
      filterCriteria: "FilterCriteria_UNKNOWN",
      phase: "Invitations",
    },
  },
  trigger: { itemDistanceTrigger: { preloadDistance: 3, preloadLength: 250 } },
  retryCount: 2,
});

export const dialogBody = (profileUrn: string): object => ({
  $type: "proto.sdui.actions.core.Navigate",
  value: {
    content: {
      screen: {
        screenId: `${screens}.WithdrawConfirmationDialog`,
        pageKey: "people_invitations_withdraw_friction",
        presentationStyle: "PresentationStyle_MODAL",
        requestedArguments: {
          payload: {
            inviteeUrn: { memberId: "0" },
            profileUrn,
            queryName: "ProfileMemberRelationshipRefreshById",
          },
        },
      },
    },
  },
});

export const tabBody = (tab: string): object => ({
  $type: "proto.sdui.actions.core.NavigateToScreen",
  screenId: `${screens}.InvitationManager${tab === "sent" ? "Sent" : "Received"}`,
  pageKey: tab === "sent" ? "people_sent_invitations" : "people_invitations",
});

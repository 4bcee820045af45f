import type { Invitation } from "../../invitation/invitation.ts";
import { fill, type Strings } from "../strings/table.ts";
import type { RowView } from "./row.ts";

/** The row's trigger in the page's data: everything a withdrawal needs (evidence §3, "Payload per row"). */
export function withdrawTrigger(invitation: Invitation, strings: Strings, withIds: boolean): object {
  const [firstName, lastName] = splitName(invitation.name);
  return {
    title: strings.dialog.heading,
    requestedArguments: {
      $type: "proto.sdui.actions.requests.RequestedArguments",
      payload: {
        profileUrn: invitation.profileUrn,
        queryName: "ProfileMemberRelationshipRefreshById",
        trackingActionType: "INVITATION_MANAGER_WITHDRAW",
        invitationType: 1,
        inviterActionType: 2,
        inviteeVanityName: invitation.vanityInData,
        firstName,
        lastName,
        cardRef: { key: invitation.cardKey },
        ...(withIds ? { invitationUrn: { invitationId: invitation.id } } : {}),
      },
    },
  };
}

/** The row's picture in the page's data. Its image id is the invitation's, so it goes with the ids. */
export function photo(invitation: Invitation, strings: Strings, withIds: boolean): object {
  const slug = invitation.vanityInData === "" ? "None" : invitation.vanityInData;
  return {
    a11yText: fill(strings.photoText, { name: invitation.name }),
    shape: "CIRCLE",
    imageId: withIds ? `img-${invitation.id}` : `img-${invitation.cardKey.slice(-12)}`,
    renderPayload: {
      rootUrl: "https://media.example.invalid/dms/image/v2/",
      imageRenditions: [50, 100, 200].map((size) => ({
        width: size,
        height: size,
        suffixUrl: `${size}/${slug}.jpg`,
      })),
    },
  };
}

/** A row in the pagination's answer: its texts first, the note before the control's reference. */
export function paginationParts(
  invitation: Invitation,
  row: RowView,
  strings: Strings,
  withIds: boolean,
): object[] {
  const children = (text: string) => ({ children: [text] });
  return [
    children(row.name),
    ...(row.headline === "" ? [] : [children(row.headline)]),
    children(row.age),
    ...(row.note === null ? [] : [children(row.note)]),
    // The references of the capture count on in hexadecimal; those of the fixture start at row 11 with 3e.
    children(`$L${(row.index + 0x34).toString(16)}`),
    { "aria-label": fill(strings.withdrawAria, { name: row.name }), href: row.withdrawHref },
    withdrawTrigger(invitation, strings, withIds),
    photo(invitation, strings, withIds),
  ];
}

/** What confirming posts; the keys and values are those of the captured request. */
export function withdrawRequest(invitation: Invitation): object {
  const [firstName, lastName] = splitName(invitation.name);
  const requestId = "com.linkedin.sdui.requests.mynetwork.addaWithdrawInvitation";
  const invites = { id: "guidedFlowNumSentInvites", namespace: "" };
  const list = { id: "guidedFlowUrlAndPictureList", namespace: "guidedFlowUrlAndPictureListNameSpace" };
  return {
    requestId,
    serverRequest: {
      requestId,
      requestedArguments: {
        $type: "proto.sdui.actions.requests.RequestedArguments",
        requestedStateKeys: [invites, list].map(({ id, namespace }) => ({
          key: { value: { $case: "id", id } },
          namespace,
        })),
        payload: {
          inviterActionType: "InviterActionType_WITHDRAW",
          inviteeVanityName: invitation.vanityInData,
          firstName,
          lastName,
          profileUrn: invitation.profileUrn,
          queryName: "ProfileMemberRelationshipRefreshById",
          invitationType: "GenericInvitationType_CONNECTION",
          invitationUrn: { invitationId: invitation.id },
          firstFiveInviteCount: { key: invites.id, namespace: invites.namespace },
          guidedFlowUrlandProfileList: { key: list.id, namespace: list.namespace },
        },
      },
    },
  };
}

function splitName(name: string): [string, string] {
  const at = name.indexOf(" ");
  return at < 0 ? [name, ""] : [name.slice(0, at), name.slice(at + 1)];
}

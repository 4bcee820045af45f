import type { Invitation } from "../invitation/invitation.ts";
import { kinds } from "../invitation/kinds.ts";
import { damaged } from "./damage.ts";
import type { PageView } from "./layout.ts";
import type { RowView } from "./rows.ts";
import { fill, type Strings } from "./strings/table.ts";

/** The row in the page's data, as the faults leave it: its trigger, then its picture. */
export function dataOf({ strings, faults }: PageView, invitation: Invitation): readonly object[] {
  const withIds = !faults.noIds;
  const whole = [withdrawTrigger(invitation, strings, withIds), photo(invitation, strings, withIds)];
  return damaged(whole, faults.mutations) ?? [];
}

/** The row's trigger in the page's data: everything a withdrawal needs (evidence §3, "Payload per row"). */
function withdrawTrigger(invitation: Invitation, strings: Strings, withIds: boolean): object {
  return {
    title: strings.dialog.heading,
    requestedArguments: {
      $type: "proto.sdui.actions.requests.RequestedArguments",
      payload: {
        ...inviteeIn(invitation),
        queryName: "ProfileMemberRelationshipRefreshById",
        trackingActionType: "INVITATION_MANAGER_WITHDRAW",
        invitationType: kinds[invitation.kind].number,
        inviterActionType: 2,
        inviteeVanityName: kinds[invitation.kind].entity === null ? invitation.vanityInData : "",
        ...namesIn(invitation),
        cardRef: { key: invitation.cardKey },
        ...(withIds ? { invitationUrn: { invitationId: invitation.id } } : {}),
      },
    },
  };
}

/**
 * Whom it went to: a member's reference, or that of a page, event and so on [inferred]. A contact by e-mail has
 * none, as in the Voyager answers (fixtures, with_email_invitee).
 */
function inviteeIn({ kind, name, profileUrn }: Invitation): object {
  const { entity } = kinds[kind];
  if (entity !== null) return { [entity[0]]: profileUrn };
  if (kind !== "email") return { profileUrn };
  return {
    toMember: null,
    invitee: { $type: "com.linkedin.voyager.relationships.invitation.EmailInvitee", email: name },
  };
}

function namesIn({ kind, name }: Invitation): object {
  if (kind === "email" || kind === "deleted") return { firstName: "", lastName: "" };
  const [firstName, lastName] = kinds[kind].entity === null ? splitName(name) : [name, ""];
  return { firstName, lastName };
}

/** The row's picture in the page's data. Its image id is the invitation's, so it goes with the ids. */
function photo(invitation: Invitation, strings: Strings, withIds: boolean): object {
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
  view: PageView,
  withData: boolean,
): object[] {
  const children = (text: string) => ({ children: [text] });
  return [
    children(row.name),
    ...(row.headline === "" ? [] : [children(row.headline)]),
    children(row.age),
    ...(row.note === null ? [] : [children(row.note)]),
    // The references of the capture count on in hexadecimal; those of the fixture start at row 11 with 3e.
    children(`$L${(row.index + 0x34).toString(16)}`),
    { "aria-label": fill(view.strings.withdrawAria, { name: row.name }), href: row.withdrawHref },
    ...(withData ? dataOf(view, invitation) : []),
  ];
}

/** What confirming posts; the keys and values are those of the captured request. */
export function withdrawRequest(invitation: Invitation): object {
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
          ...namesIn(invitation),
          ...inviteeIn(invitation),
          queryName: "ProfileMemberRelationshipRefreshById",
          invitationType: `GenericInvitationType_${kinds[invitation.kind].type}`,
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

/** What V3b's withdrawal has to repeat, from the page's data. */
export const sharedSecretOf = (invitation: Invitation): string => invitation.cardKey.slice(-12);

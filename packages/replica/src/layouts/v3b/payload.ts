import type { Invitation } from "../../invitation/invitation.ts";
import { damaged } from "../damage.ts";
import type { SentView } from "../layout.ts";
import { sharedSecretOf } from "../payload.ts";

const invitationType = "com.linkedin.voyager.relationships.invitation";

/** A page of the list as the API answers it, normalised (fixtures/voyager); null where a mutation takes it away. */
export function listPayload(view: SentView, start: number, count: number): object | null {
  const withIds = !view.faults.noIds;
  const urn = (kind: string, { id }: Invitation) => `urn:li:${kind}:${id}`;
  const whole = {
    data: {
      metadata: { invitationType: "CONNECTION" },
      "*elements": withIds
        ? view.invitations.map((invitation) => urn("fs_relSentInvitationView", invitation))
        : [],
      paging: { start, count, links: [] },
    },
    included: view.invitations.flatMap((invitation) => [
      {
        $type: `${invitationType}.SentInvitationViewV2`,
        ...(withIds
          ? {
              entityUrn: urn("fs_relSentInvitationView", invitation),
              "*invitation": urn("fs_relInvitation", invitation),
            }
          : {}),
      },
      {
        $type: `${invitationType}.Invitation`,
        ...(withIds
          ? {
              entityUrn: urn("fs_relInvitation", invitation),
              mailboxItemId: urn("invitation", invitation),
              // The exact time is as good as an id: labels only means without it too.
              sentTime: invitation.sentAt,
            }
          : {}),
        "*fromMember": "urn:li:fs_miniProfile:ACoAAME",
        ...inviteeOf(invitation),
        sharedSecret: sharedSecretOf(invitation),
        message: invitation.note,
        customMessage: invitation.note !== null,
        invitationType: "SENT",
      },
      ...(invitation.kind === "email" ? [] : [miniProfile(invitation)]),
    ]),
  };
  return damaged(whole, view.faults.mutations);
}

function inviteeOf({ kind, name, profileUrn }: Invitation): object {
  if (kind === "email")
    return { toMember: null, invitee: { $type: `${invitationType}.EmailInvitee`, email: name } };
  const profile = `urn:li:fs_miniProfile:${profileUrn}`;
  return {
    "*toMember": profile,
    invitee: { $type: `${invitationType}.ProfileInvitee`, "*miniProfile": profile },
  };
}

function miniProfile({ name, headline, profileUrn, vanityInData }: Invitation): object {
  const [firstName = "", ...rest] = name.split(" ");
  return {
    $type: "com.linkedin.voyager.identity.shared.MiniProfile",
    entityUrn: `urn:li:fs_miniProfile:${profileUrn}`,
    dashEntityUrn: `urn:li:fsd_profile:${profileUrn}`,
    publicIdentifier: vanityInData,
    firstName,
    lastName: rest.join(" "),
    occupation: headline,
  };
}

import { ageOf } from "../invitation/age.ts";
import { kinds, pathOf } from "../invitation/kinds.ts";
import type { ReceivedInvitation } from "../invitation/received.ts";
import { lines, type MoreRows } from "./answers.ts";
import type { RowRef, WithdrawRequest } from "./config.ts";
import { damaged } from "./damage.ts";
import type { PageView, ReceivedView } from "./layout.ts";
import type { RowView } from "./rows.ts";
import { bareAgeLabel } from "./strings/table.ts";

/** Rows in the document and per pagination request, as on the sent side [inferred]. */
export const receivedBatch = 10;

/**
 * A received row; `withdrawHref` is that of its Ignore and Accept links. Their same-URL links are seen (evidence
 * §2, "same-URL `<a>` Accept controls"), the feed's address for the first ten is taken from the sent side.
 */
export function receivedRows(view: ReceivedView, start: number): RowView[] {
  return view.people.map((invitation, offset) => {
    const path = pathOf(invitation.kind, invitation.slug);
    const own = `/mynetwork/invitation-manager/received/${view.filter === "people" ? "CONNECTION/" : ""}`;
    return {
      index: start + offset,
      name: invitation.name,
      headline: invitation.headline,
      age: invitation.label ?? bareAgeLabel(ageOf(view.now - invitation.sentAt), view.strings),
      note: invitation.note,
      profileHref: path === null ? null : `${view.origin}${path}`,
      withdrawHref: `${view.origin}${start + offset < 10 ? "/" : own}`,
    };
  });
}

/** A row in the page's data: what Ignore and Accept need. The keys mirror the sent side's [inferred]. */
export function receivedData({ faults }: PageView, invitation: ReceivedInvitation): readonly object[] {
  const [firstName = "", ...rest] = invitation.name.split(" ");
  const { entity, number } = kinds[invitation.kind];
  const trigger = (act: "IGNORE" | "ACCEPT") => ({
    requestedArguments: {
      $type: "proto.sdui.actions.requests.RequestedArguments",
      payload: {
        ...(entity === null ? {} : { [entity[0]]: `${entity[1]}:${invitation.slug}` }),
        profileUrn: invitation.profileUrn,
        queryName: "ProfileMemberRelationshipRefreshById",
        trackingActionType: `INVITATION_MANAGER_${act}`,
        invitationType: number,
        inviteeActionType: act === "IGNORE" ? 2 : 1,
        inviterVanityName: entity === null ? invitation.slug : "",
        firstName: entity === null ? firstName : invitation.name,
        lastName: entity === null ? rest.join(" ") : "",
        ...(faults.noIds ? {} : { invitationUrn: { invitationId: invitation.id } }),
      },
    },
  });
  return damaged([trigger("IGNORE"), trigger("ACCEPT")], faults.mutations) ?? [];
}

/** The two requests of a received row, in its reference. */
export interface ReceivedRequests {
  readonly ignore: WithdrawRequest;
  readonly accept: WithdrawRequest;
}

export function receivedRefs(people: readonly ReceivedInvitation[]): RowRef[] {
  return people.map((invitation) => {
    const requests: ReceivedRequests = {
      ignore: requestFor(invitation, "Ignore"),
      accept: requestFor(invitation, "Accept"),
    };
    const { profileUrn, name, slug } = invitation;
    return { profileUrn, name, slug, request: btoa(encodeURIComponent(JSON.stringify(requests))) };
  });
}

/** Mirrored on the captured withdrawal [inferred]. */
function requestFor(invitation: ReceivedInvitation, act: "Ignore" | "Accept"): WithdrawRequest {
  const requestId = `com.linkedin.sdui.requests.mynetwork.adda${act}Invitation`;
  const [firstName = "", ...rest] = invitation.name.split(" ");
  return {
    path: `/flagship-web/rsc-action/actions/server-request?sduiid=${requestId}`,
    body: {
      requestId,
      serverRequest: {
        requestId,
        requestedArguments: {
          $type: "proto.sdui.actions.requests.RequestedArguments",
          payload: {
            inviteeActionType: `InviteeActionType_${act.toUpperCase()}`,
            inviterVanityName: invitation.slug,
            firstName,
            lastName: rest.join(" "),
            profileUrn: invitation.profileUrn,
            queryName: "ProfileMemberRelationshipRefreshById",
            invitationType: `GenericInvitationType_${kinds[invitation.kind].type}`,
            invitationUrn: { invitationId: invitation.id },
          },
        },
      },
    },
  };
}

/** The answer to the received pager; without invitations the end page of about 200 bytes. */
export function receivedText(view: ReceivedView, start: number, markup: (row: RowView) => string): string {
  const refs = receivedRefs(view.people);
  const rows = receivedRows(view, start);
  const more: MoreRows = {
    rows: rows.flatMap((row, i) => {
      const ref = refs[i];
      return ref === undefined ? [] : [{ key: row.index, html: markup(row), ref }];
    }),
    next: view.people.length === 0 ? null : start + receivedBatch,
  };
  const parts = view.people.flatMap((invitation, i) => [
    { children: [rows[i]?.name ?? ""] },
    { children: [rows[i]?.age ?? ""] },
    ...receivedData(view, invitation),
  ]);
  return lines({ 3: parts, f: more });
}

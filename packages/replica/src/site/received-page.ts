import { receivedText } from "../layouts/received.ts";
import { receivedRowMarkup } from "../layouts/v6/received-row.ts";
import type { PaginationFault } from "../member/faults.ts";
import type { ReplicaMember } from "../member/member.ts";
import type { Exchange } from "../server/exchange.ts";
import type { ActionRecord } from "./actions.ts";
import { parsedJson, under } from "./body.ts";
import type { Site } from "./site.ts";
import { receivedView } from "./views.ts";

/** The next rows of the Received tab; its faults are those of the sent list's pages. */
export function answerReceivedPage(
  site: Site,
  exchange: Exchange,
  member: ReplicaMember,
  start: number,
  fault: PaginationFault | null,
): ActionRecord {
  const type = under(parsedJson(exchange.body), "clientArguments", "payload", "invitationType");
  const filter = type === "GenericInvitationType_CONNECTION" ? "people" : "all";
  const view = receivedView(site, member, filter, start);
  const people = fault === "wrongEnd" ? [] : view.people;
  if (fault === "stall") exchange.silence();
  else if (fault === "dropped") exchange.drop();
  else if (fault === null || fault === "wrongEnd") {
    const { strings, faults } = view;
    const text = receivedText({ ...view, people }, start, (row) =>
      receivedRowMarkup(row, strings, faults.receivedControls),
    );
    exchange.octets(200, text);
  } else exchange.octets(Number(fault), "");
  return { ids: fault === null ? people.map(({ id }) => id) : [], outcome: fault ?? "received" };
}

import { withdrawnText } from "../layouts/answers.ts";
import { parsedJson, under } from "./body.ts";
import type { Asked, Protocol } from "./protocol.ts";

const request = "com.linkedin.sdui.requests.mynetwork.addaWithdrawInvitation";

/** V5 and V6: everything in the body; a refusal is a text inside a 200. */
export const serverDriven: Protocol = {
  asked: ({ body }) => withdrawalIn(body),
  refuse: (exchange, _id, text) => exchange.octets(200, said(text)),
  done: (exchange, _id, text, effect) => exchange.octets(200, withdrawnText(text, effect)),
};

/** The fixture's text, in its framing: what "already gone" looks like inside a 200. */
const said = (text: string) => `0:{"status":200}\n1:${JSON.stringify({ toast: { children: [text] } })}`;

/** The id and the slug of a request as captured (fixtures, request_withdraw.json). */
function withdrawalIn(body: string): Asked {
  const parsed = parsedJson(body);
  const payload = under(parsed, "serverRequest", "requestedArguments", "payload");
  const id = under(payload, "invitationUrn", "invitationId");
  const slug = under(payload, "inviteeVanityName");
  if (under(parsed, "requestId") !== request || under(parsed, "serverRequest", "requestId") !== request)
    return { kind: "refused", why: "requestId" };
  if (under(payload, "inviterActionType") !== "InviterActionType_WITHDRAW")
    return { kind: "refused", why: "inviterActionType" };
  const type = under(payload, "invitationType");
  if (typeof type !== "string" || !type.startsWith("GenericInvitationType_"))
    return { kind: "refused", why: "invitationType" };
  if (typeof id !== "string" || !/^\d+$/.test(id)) return { kind: "refused", why: "invitationId" };
  if (typeof slug !== "string") return { kind: "refused", why: "inviteeVanityName" };
  return { kind: "withdrawal", id, slug, type, token: null };
}

import { parsedJson, under } from "./body.ts";
import type { Protocol } from "./protocol.ts";
import { aside } from "./voyager.ts";

const path = /^\/voyager\/api\/voyagerRelationshipsDashInvitations\/urn%3Ali%3Afsd_invitation%3A(\d+)$/;

/** V4: the id in the address. What a refusal looks like there is not known; inferred. */
export const dash: Protocol = {
  asked: ({ url, body }) => {
    const id = path.exec(url.pathname)?.[1];
    if (id === undefined) return { kind: "refused", why: "urn" };
    const type = under(parsedJson(body), "invitationType");
    if (type !== "CONNECTION") return { kind: "refused", why: "invitationType" };
    return { kind: "withdrawal", id, slug: null, type: null, token: null };
  },
  refuse: (exchange, _id, text) =>
    exchange.answer(
      200,
      "application/json",
      JSON.stringify({ value: { errorMessage: text } }),
      aside(text, null),
    ),
  done: (exchange, _id, text, effect) =>
    exchange.answer(200, "application/json", JSON.stringify({ value: {} }), aside(text, effect)),
};

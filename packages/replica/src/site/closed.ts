import { parsedJson, under } from "./body.ts";
import type { Protocol } from "./protocol.ts";
import { aside } from "./voyager.ts";

const urnOf = (id: string) => `urn:li:fs_relInvitation:${id}`;

/** V3b: `closeInvitations`, whose answer gives every invitation a status of its own (evidence §3). */
export const closed: Protocol = {
  asked: ({ body }) => {
    const parsed = parsedJson(body);
    const [first, ...more] = listIn(under(parsed, "inviteActionData"));
    const urn = under(first, "entityUrn");
    const id = typeof urn === "string" ? /^urn:li:fs_relInvitation:(\d+)$/.exec(urn)?.[1] : undefined;
    const token = under(first, "validationToken");
    if (under(parsed, "inviteActionType") !== "WITHDRAW") return { kind: "refused", why: "inviteActionType" };
    if (id === undefined || more.length > 0) return { kind: "refused", why: "inviteActionData" };
    if (typeof token !== "string") return { kind: "refused", why: "validationToken" };
    return { kind: "withdrawal", id, slug: null, type: null, token };
  },
  refuse: (exchange, id, text, gone) => {
    exchange.answer(200, "application/json", statusOf(id, gone ? 404 : 500), aside(text, null));
  },
  done: (exchange, id, text, effect) => {
    exchange.answer(200, "application/json", statusOf(id, 200), aside(text, effect));
  },
};

const statusOf = (id: string, status: number) =>
  JSON.stringify({ value: { statusCodeMap: { [urnOf(id)]: status } } });

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

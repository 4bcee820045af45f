import type { Context, MiddlewareHandler } from "hono";
import { notePage } from "../pages/layout.ts";

/**
 * What each page reads from its address. The dashboard, the preview, the question before a withdrawal and the sentence
 * look for themselves; /manage is where links of older digests lead, whatever they carry.
 */
const known: Readonly<Record<string, readonly string[]>> = {
  ...{ "/": [], "/sign-in": [], "/code": ["again"], "/keep": ["token"], "/unsubscribe": ["token"] },
  ...{ "/connect": [], "/connect/guide": [], "/connect/paste": [], "/connect/code": [] },
  ...{ "/connect/trying": ["another"], "/rules": [], "/account": [], "/account/delete": [] },
  ...{ "/account/deleted": [], "/disconnect": [], "/export.csv": [], "/export.json": [] },
};

/** Fields that mail programs and other sites add to a link to follow who opens it. Nobody here reads them. */
const added = /^(?:utm_\w{1,30}|fbclid|gclid|msclkid|mc_[ce]id|mkt_tok|_hs(?:enc|mi))$/;

export function isAdded(name: string): boolean {
  return added.test(name);
}

/** Refuses to show a page under an address with a field that it does not know, or with one twice. */
export function queryFields(): MiddlewareHandler {
  return async (context, next) => {
    const { method, path } = context.req;
    const fields = method === "GET" || method === "HEAD" ? known[path] : undefined;
    if (fields === undefined || isRight(context, fields)) return next();
    const sentence = "It has a field that this page does not know, or one twice. Nothing was changed.";
    return context.html(notePage("This address is not right", sentence), 400);
  };
}

function isRight({ req }: Context, fields: readonly string[]): boolean {
  const names = [...new URL(req.url).searchParams.keys()].filter((name) => !isAdded(name));
  // A link with two tokens is answered as one with a wrong token is.
  return names.every((name, i) => fields.includes(name) && (name === "token" || names.indexOf(name) === i));
}

/** The token of a link; empty where it comes twice, and null where there is none. */
export function tokenIn({ req }: Context): string | null {
  const [token, ...more] = req.queries("token") ?? [];
  return more.length > 0 ? "" : (token ?? null);
}

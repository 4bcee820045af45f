import { isCookieValue, isDeleted, usefulCookies } from "@lapse/core/session/cookie";
import type { Session } from "@lapse/core/session/session";
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { ExtensionCodes } from "../../store/extensionCodes.ts";
import type { WebPorts } from "../app.ts";
import { trySession } from "./try.ts";

/** Where the extension sends a session to. It needs no cookie of ours: the code says whose it is. */
export const extensionPath = "/connect/extension";

export interface ExtensionPorts
  extends Pick<
    WebPorts,
    "sessions" | "errands" | "queue" | "now" | "newId" | "members" | "stopSwitch" | "webOrigin" | "log"
  > {
  readonly extensionCodes: Pick<ExtensionCodes, "use">;
}

const handed = z.strictObject({
  code: z.string().min(1).max(500),
  cookies: z
    .array(
      z.strictObject({
        name: z.enum(usefulCookies),
        value: z.string().refine((value) => isCookieValue(value) && !isDeleted(value)),
      }),
    )
    .max(usefulCookies.length)
    .refine((cookies) => new Set(cookies.map(({ name }) => name)).size === cookies.length),
  userAgent: z.string().regex(/^[\x20-\x7e]{1,1024}$/),
});

const notAllowed = "Only Lapse Connect may send here.";
const unread = "That is not what this version of Lapse Connect sends. Nothing was kept.";
const badCode = "That code does not work: it was used, it is older than ten minutes, or it is not whole.";
const signedOut =
  "There is no li_at among the cookies: sign in to LinkedIn in this browser first, then send again.";
const another = "A session is being tried already. Wait until that has ended, then make a new code.";
const stopped = "Everything is stopped by whoever runs Lapse, so it was not taken. Send it again later.";
const ours = "That went wrong, and the fault is ours. Nothing was kept; make a new code and send again.";

/** Takes a session from the extension, and from nobody else: no page of another site may send here. */
export function extensionRoutes(ports: ExtensionPorts): Hono {
  const routes = new Hono();
  routes.options(extensionPath, (context) => {
    if (!allowed(context)) return context.json({ error: notAllowed }, 403);
    context.header("Access-Control-Allow-Methods", "POST");
    context.header("Access-Control-Allow-Headers", "content-type");
    context.header("Access-Control-Max-Age", "600");
    return context.body(null, 204);
  });
  routes.post(extensionPath, async (context) => {
    const refuse = (status: 400 | 403 | 409 | 415 | 422 | 500 | 503, error: string) =>
      context.json({ error }, status);
    if (!allowed(context)) return refuse(403, notAllowed);
    if (!/^application\/json\b/i.test(context.req.header("content-type") ?? "")) return refuse(415, unread);
    try {
      const sent = handed.safeParse(await jsonOf(context));
      if (!sent.success) return refuse(400, unread);
      const { code, cookies, userAgent } = sent.data;
      // These are said before the code is used up: it is not the code that has to change.
      if (!cookies.some(({ name }) => name === "li_at")) return refuse(422, signedOut);
      if ((await ports.stopSwitch.get()) !== null) return refuse(503, stopped);
      switch (await take(code, { cookies, userAgent }, ports)) {
        case "bad-code":
          return refuse(403, badCode);
        case "another":
          return refuse(409, another);
        case "begun":
          return context.json({ ok: true, next: `${ports.webOrigin}/connect/trying` });
      }
    } catch (fault) {
      ports.log.error("a session from the extension was not taken", fault);
      return refuse(500, ours);
    }
  });
  return routes;
}

async function take(
  code: string,
  session: Session,
  ports: ExtensionPorts,
): Promise<"bad-code" | "another" | "begun"> {
  const memberId = await ports.extensionCodes.use(code);
  if (memberId === null || (await ports.members.get(memberId)) === null) return "bad-code";
  const begun = await trySession(memberId, session, ports);
  ports.log.info("a session came from the extension", { memberId, begun });
  return begun ? "begun" : "another";
}

/** Adds the answer that the browser asks for; false for every other origin, and for none. */
function allowed(context: Context): boolean {
  context.header("Vary", "Origin");
  const origin = context.req.header("origin") ?? "";
  if (!/^(?:chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f-]{36})$/.test(origin)) return false;
  context.header("Access-Control-Allow-Origin", origin);
  return true;
}

/** Null for what is no JSON. A parser's fault quotes what it could not read, so it goes no further. */
async function jsonOf(context: Context): Promise<unknown> {
  try {
    return JSON.parse(await context.req.text());
  } catch {
    return null;
  }
}

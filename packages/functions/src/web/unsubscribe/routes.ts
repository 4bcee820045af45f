import { textIn } from "@lapse/core/member/policyForm";
import { Hono } from "hono";
import type { WebPorts } from "../app.ts";
import { formFields } from "../border/form.ts";
import { tokenIn } from "../border/queryFields.ts";
import { notePage } from "../pages/layout.ts";
import { unsubscribedPage, unsubscribePage } from "../pages/unsubscribePage.ts";
import { memberOfToken } from "./link.ts";

/**
 * Ending the digests. GET only asks, because mail scanners open every link; POST acts, at once and without a question,
 * for the button of the page and for a mail program's own (RFC 8058: the token in the address, the body
 * `List-Unsubscribe=One-Click`). Doing it twice is no mistake.
 */
export function unsubscribeRoutes({ members }: Pick<WebPorts, "members">): Hono {
  const routes = new Hono();
  const invalid = notePage(
    "This link is not valid",
    "It may be cut off: copy the whole link out of the mail.",
  );
  routes.get("/unsubscribe", async (context) => {
    const token = tokenIn(context) ?? "";
    const member = await memberOfToken(token, members);
    return member === null ? context.html(invalid, 404) : context.html(unsubscribePage(token));
  });
  routes.post("/unsubscribe", async (context) => {
    // With a token in the address the body is a mail program's, in whichever form it likes.
    const token =
      tokenIn(context) ??
      textIn((await formFields(context, { only: ["token", "List-Unsubscribe"] }))["token"]);
    const member = await memberOfToken(token, members);
    if (member === null) return context.html(invalid, 404);
    await members.setMail(member.id, "off");
    return context.html(unsubscribedPage());
  });
  return routes;
}

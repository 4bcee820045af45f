import { newMember } from "@lapse/core/member/member";
import { textIn } from "@lapse/core/member/policyForm";
import { type Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { Waiting } from "../../store/codes.ts";
import type { WebPorts } from "../app.ts";
import { formFields } from "../border/form.ts";
import { codePage } from "../pages/codePage.ts";
import { codeCookie, codePath, mailCode, tooManyCodes, tooOften, triesOfSource } from "./codeAsking.ts";
import { signInCookie } from "./signedIn.ts";

const signedInSeconds = 30 * 86_400;

/** One answer for a code that is wrong, too old, used, tried too often, or another browser's. */
const notThisOne =
  "This code is not right, or no longer valid. Look at the newest mail, or ask for another code.";

/** The page on which a code from a mail is typed, and what the right one brings about. */
export function codeRoutes(ports: WebPorts): Hono {
  const { codes, signIns, members, newCode, secure, log, limits, sourceOf } = ports;
  const routes = new Hono();
  const waitingFor = (context: Context) => codes.waiting(getCookie(context, codeCookie) ?? "");

  routes.get(codePath, async (context) => {
    const email = (await waitingFor(context))?.email ?? null;
    return context.html(codePage({ email, error: null, again: context.req.query("again") !== undefined }));
  });

  routes.post(codePath, async (context) => {
    const typed = textIn((await formFields(context, { only: ["code"] }))["code"]).replaceAll(/[\s-]/g, "");
    const waiting = await waitingFor(context);
    const refuse = (error: string) =>
      context.html(codePage({ email: waiting?.email ?? null, error, again: false }), 422);
    if (!/^\d{6}$/.test(typed)) return refuse("A code has six digits.");
    const source = { kind: "source", source: sourceOf(context) } as const;
    const refused = await tooOften(context, { limits }, source, triesOfSource);
    if (refused !== null) return refused;
    const given = await codes.redeem(getCookie(context, codeCookie) ?? "", typed);
    const entered = given === null ? null : await enter(given, ports);
    if (entered === null) return refuse(notThisOne);
    const signIn = await signIns.open(entered.memberId);
    if (await members.clearGone(entered.memberId)) return refuse(notThisOne);
    log.info("signed in", { memberId: entered.memberId, new: entered.isNew });
    const cookie = { path: "/", httpOnly: true, sameSite: "Lax", secure, maxAge: signedInSeconds } as const;
    setCookie(context, signInCookie, signIn, cookie);
    deleteCookie(context, codeCookie, { path: codePath, secure });
    return context.redirect(entered.isNew ? "/connect" : "/dashboard", 303);
  });

  routes.post(`${codePath}/again`, async (context) => {
    await formFields(context, { only: [] });
    const waiting = await waitingFor(context);
    if (waiting === null) return context.redirect(codePath, 303);
    const refused = await tooManyCodes(context, ports, waiting.email);
    if (refused !== null) return refused;
    const code = newCode();
    if ((await codes.renew(getCookie(context, codeCookie) ?? "", code)) !== null)
      await mailCode(ports, waiting, code);
    return context.redirect(`${codePath}?again=1`, 303);
  });
  return routes;
}

/**
 * Signs up or in whoever has shown that the address is theirs; null where there is nobody to sign in. An address that
 * became a member meanwhile keeps its rules.
 */
async function enter(
  { email, wish }: Waiting,
  { members, now, newId, random, log }: WebPorts,
): Promise<{ memberId: string; isNew: boolean } | null> {
  let isNew = false;
  if (wish.kind === "sign-up") {
    const secrets = { id: newId(), token: newId(), keepSecret: newId() };
    isNew = await members.add(
      newMember({ email, policy: wish.policy, ...secrets, now: now(), spread: random() }),
    );
    log.info("sign-up", { added: isNew });
  }
  // Not the id from above: an address whose sign-up once died half way keeps the id that it had then.
  const member = await members.findByEmail(email);
  return member === null ? null : { memberId: member.id, isNew };
}

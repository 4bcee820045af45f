import { type Context, Hono } from "hono";
import { deleteCookie } from "hono/cookie";
import * as z from "zod";
import type { WebPorts } from "../app.ts";
import { formIn, once, unreadable } from "../border/fields.ts";
import { accountPage } from "../pages/account/accountPage.ts";
import { deletedPage, deletePage } from "../pages/account/deletePage.ts";
import { disconnectPage } from "../pages/account/disconnectPage.ts";
import { forMember, signInCookie } from "../signIn/signedIn.ts";

const noFields = z.strictObject({});
/** What the button of the page that asks says; nothing is deleted without it. */
const sureField = z.strictObject({ sure: once(3).pipe(z.literal("yes")) });

/** The account, and the three ways out: of every browser, of LinkedIn, and of Lapse. GET asks, POST acts. */
export function accountRoutes(ports: WebPorts): Hono {
  const { members, sessions, signIns, extensionCodes, now, log, secure } = ports;
  const routes = new Hono();
  const signOut = (context: Context) =>
    deleteCookie(context, signInCookie, { path: "/", httpOnly: true, sameSite: "Lax", secure });

  routes.get(
    "/account",
    forMember(ports, (context, member) => context.html(accountPage(member, now()))),
  );

  routes.post(
    "/account/end-sign-ins",
    forMember(ports, async (context, member) => {
      if ((await formIn(context, noFields)) === null) return unreadable(context);
      await signIns.closeAll(member.id);
      await extensionCodes.closeAll(member.id);
      signOut(context);
      log.info("a member ended all sign-ins", { memberId: member.id });
      return context.redirect("/sign-in", 303);
    }),
  );

  routes.get(
    "/account/delete",
    forMember(ports, (context, member) => context.html(deletePage(member))),
  );

  routes.post(
    "/account/delete",
    forMember(ports, async (context, member) => {
      if ((await formIn(context, sureField)) === null) return unreadable(context);
      await members.leave(member.id);
      signOut(context);
      log.info("a member left", { memberId: member.id });
      return context.redirect("/account/deleted", 303);
    }),
  );

  routes.get("/account/deleted", (context) => context.html(deletedPage()));

  routes.get(
    "/disconnect",
    forMember(ports, (context) => context.html(disconnectPage())),
  );

  routes.post(
    "/disconnect",
    forMember(ports, async (context, member) => {
      if ((await formIn(context, noFields)) === null) return unreadable(context);
      // The key to somebody's house goes first: if the second write fails, it is gone all the same.
      await sessions.remove(member.id);
      await members.disconnect(member.id);
      // After it, so that no code brings a session back.
      await extensionCodes.closeAll(member.id);
      log.info("a member disconnected", { memberId: member.id });
      return context.redirect("/dashboard?done=disconnected", 303);
    }),
  );
  return routes;
}

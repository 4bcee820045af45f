import { textIn } from "@lapse/core/member/policyForm";
import { Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { codeMinutes } from "../../store/extensionCodes.ts";
import type { WebPorts } from "../app.ts";
import { formFields } from "../border/form.ts";
import { refusedWhileStopped } from "../border/stopped.ts";
import { codePage } from "../pages/connect/codePage.ts";
import { connectPage } from "../pages/connect/connectPage.ts";
import { guidePage } from "../pages/connect/guidePage.ts";
import { pastePage } from "../pages/connect/pastePage.ts";
import { tryingPage } from "../pages/connect/tryingPage.ts";
import { forMember } from "../signIn/signedIn.ts";
import { extensionRoutes } from "./extension.ts";
import { readPaste } from "./paste.ts";
import { tryingOf } from "./state.ts";
import { trySession } from "./try.ts";

/** Carries a new code over the redirect, to this browser and to the one page that shows it. */
const codeCookie = "lapse-extension-code";

/** What a session is, the ways to give one, and what became of it. */
export function connectRoutes(ports: WebPorts): Hono {
  const { errands, extensionCodes, members, now, webOrigin, secure, log } = ports;
  const routes = new Hono();
  routes.route("/", extensionRoutes(ports));

  routes.get(
    "/connect",
    forMember(ports, async (context, member) => {
      const trying = tryingOf(await errands.list(member.id), member, now());
      return context.html(connectPage(member, trying, now()));
    }),
  );

  routes.get(
    "/connect/guide",
    forMember(ports, (context) => context.html(guidePage())),
  );

  routes.get(
    "/connect/paste",
    forMember(ports, (context) => context.html(pastePage(null))),
  );

  routes.post(
    "/connect/paste",
    forMember(ports, async (context, member) => {
      const fields = await formFields(context, { only: ["paste", "incomplete"] });
      const read = readPaste(textIn(fields["paste"]), textIn(fields["incomplete"]) === "on");
      if (!read.ok) {
        log.info("a paste was not usable", { memberId: member.id, problem: read.problem });
        return context.html(pastePage(read.problem), 422);
      }
      const stopped = await refusedWhileStopped(context, ports);
      if (stopped !== null) return stopped;
      const begun = await trySession(member.id, read.session, ports);
      log.info("a session was pasted", { memberId: member.id, missing: read.missing, begun });
      return context.redirect(begun ? "/connect/trying" : "/connect/trying?another", 303);
    }),
  );

  routes.get(
    "/connect/trying",
    forMember(ports, async (context, member) => {
      const trying = tryingOf(await errands.list(member.id), member, now());
      return context.html(tryingPage(trying, context.req.query("another") !== undefined));
    }),
  );

  const cookie = { path: "/connect/code", httpOnly: true, sameSite: "Strict", secure } as const;
  routes.post(
    "/connect/code",
    forMember(ports, async (context, member) => {
      await formFields(context, { only: [] });
      const code = await extensionCodes.open(member.id);
      // Who left in the same moment left before it was written.
      if (await members.clearGone(member.id)) return context.redirect("/sign-in", 303);
      setCookie(context, codeCookie, code, { ...cookie, maxAge: codeMinutes * 60 });
      return context.redirect("/connect/code", 303);
    }),
  );

  routes.get(
    "/connect/code",
    forMember(ports, (context, member) => {
      const code = getCookie(context, codeCookie);
      // Somebody else may have signed in here meanwhile, and a code connects to whose it is.
      if (code?.startsWith(`${member.id}.`)) return context.html(codePage(`${webOrigin}/#${code}`));
      if (code !== undefined) deleteCookie(context, codeCookie, cookie);
      return context.redirect("/connect", 303);
    }),
  );
  return routes;
}

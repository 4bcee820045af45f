import { emailAddress } from "@lapse/core/member/email";
import { textIn } from "@lapse/core/member/policyForm";
import { Hono } from "hono";
import { deleteCookie, getCookie } from "hono/cookie";
import type { WebPorts } from "../app.ts";
import { formFields } from "../border/form.ts";
import { signInPage } from "../pages/signInPage.ts";
import { askForCode } from "./codeAsking.ts";
import { signedIn, signInCookie } from "./signedIn.ts";

/** Signing in asks for the address alone and mails a code; signing out ends this browser's sign-in. */
export function signInRoutes(ports: WebPorts): Hono {
  const { signIns, secure } = ports;
  const routes = new Hono();

  routes.get("/sign-in", async (context) => {
    if ((await signedIn(context, ports)) !== null) return context.redirect("/dashboard", 303);
    return context.html(signInPage({ typed: "", wrong: false }));
  });

  routes.post("/sign-in", async (context) => {
    const typed = textIn((await formFields(context, { only: ["email"] }))["email"]);
    const email = emailAddress(typed);
    if (email === null) return context.html(signInPage({ typed, wrong: true }), 422);
    return askForCode(context, ports, { email, wish: { kind: "sign-in" } });
  });

  routes.post("/sign-out", async (context) => {
    await formFields(context, { only: [] });
    const cookie = getCookie(context, signInCookie);
    if (cookie !== undefined) await signIns.close(cookie);
    deleteCookie(context, signInCookie, { path: "/", secure });
    return context.redirect("/", 303);
  });
  return routes;
}

import { newMember } from "@lapse/core/member/member";
import { readSignUpForm } from "@lapse/core/member/signUp";
import { policyInWords } from "@lapse/core/policy/words";
import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { WebPorts } from "./app.ts";
import { formFields } from "./form.ts";
import { signUpPage } from "./pages/signUpPage.ts";
import { welcomePage } from "./pages/welcomePage.ts";
import { emptyForm, filledForm, sentenceOf } from "./signUpForm.ts";

/** Carries the sentence over the redirect. In the address it would end up in logs and histories. */
const sentenceCookie = "lapse-sentence";

/** The form, what becomes of it, and the policy in words for the page's script. */
export function signUpRoutes({ members, now, newId, random, secure, log }: WebPorts): Hono {
  const routes = new Hono();
  routes.get("/", (context) => context.html(signUpPage(emptyForm())));

  routes.post("/sign-up", async (context) => {
    const fields = await formFields(context);
    const form = readSignUpForm(fields);
    if (!form.ok) return context.html(signUpPage(filledForm(fields, form.errors)), 422);
    const { email, policy } = form;
    const member = newMember({
      email,
      policy,
      id: newId(),
      token: newId(),
      keepSecret: newId(),
      now: now(),
      spread: random(),
    });
    // A known address gets the same answer as a new one, and keeps its policy: anybody can type an address.
    const added = await members.add(member);
    log.info("sign-up", { added, memberId: added ? member.id : null });
    const cookie = { path: "/welcome", httpOnly: true, sameSite: "Strict", secure, maxAge: 300 } as const;
    setCookie(context, sentenceCookie, policyInWords(policy), cookie);
    return context.redirect("/welcome", 303);
  });

  routes.get("/welcome", (context) => context.html(welcomePage(getCookie(context, sentenceCookie) ?? null)));

  routes.on(["GET", "POST"], "/sentence", async (context) => {
    const sentence = sentenceOf(await formFields(context));
    return sentence === null ? context.text("", 422) : context.text(sentence);
  });
  return routes;
}

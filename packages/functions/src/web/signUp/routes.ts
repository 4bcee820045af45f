import { readSignUpForm } from "@lapse/core/member/signUp";
import { Hono } from "hono";
import type { WebPorts } from "../app.ts";
import { formFields } from "../border/form.ts";
import { fieldNames } from "../pages/labels.ts";
import { signUpPage } from "../pages/signUpPage.ts";
import { askForCode } from "../signIn/codeAsking.ts";
import { emptyForm, filledForm, sentenceOf } from "./form.ts";

const unclear = "These rules make no sentence yet: a field of them is not right.";

/** The form, the code that follows it, and the policy in words for the page's script. */
export function signUpRoutes(ports: WebPorts): Hono {
  const routes = new Hono();
  routes.get("/", (context) => context.html(signUpPage(emptyForm())));

  routes.post("/sign-up", async (context) => {
    const fields = await formFields(context, { only: fieldNames });
    const form = readSignUpForm(fields);
    if (!form.ok) return context.html(signUpPage(filledForm(fields, form.errors)), 422);
    // Nobody is a member before the code is typed: anybody can type an address.
    return askForCode(context, ports, { email: form.email, wish: { kind: "sign-up", policy: form.policy } });
  });

  routes.on(["GET", "POST"], "/sentence", async (context) => {
    // The form of the rules asks as well, and has one field more.
    const sentence = sentenceOf(await formFields(context, { only: [...fieldNames, "keepsSeen"] }));
    return sentence === null ? context.text(unclear, 422) : context.text(sentence);
  });
  return routes;
}

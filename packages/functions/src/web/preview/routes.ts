import { keepOne } from "@lapse/core/dashboard/keepOne";
import { type Invitation, invitationKey } from "@lapse/core/invitation/invitation";
import { textIn } from "@lapse/core/member/policyForm";
import { limits } from "@lapse/core/policy/schema";
import type { Reading } from "@lapse/core/reading/reading";
import { Hono } from "hono";
import { html } from "hono/html";
import type { WebPorts } from "../app.ts";
import { FormRefused, formFields } from "../border/form.ts";
import { layout, type Markup } from "../pages/layout.ts";
import { previewPage } from "../pages/preview/previewPage.ts";
import { unreadPage } from "../pages/preview/unreadPage.ts";
import { forMember } from "../signIn/signedIn.ts";
import { isLooking, previewFor } from "./view.ts";

/** The member's list as Lapse sees it, also with another number of days. */
export function previewRoutes(ports: WebPorts): Hono {
  const routes = new Hono();
  routes.get(
    "/preview",
    forMember(ports, async (context, member) => {
      const asked = await formFields(context, { only: ["olderThanDays"] });
      const typed = asked["olderThanDays"] === undefined ? undefined : textIn(asked["olderThanDays"]);
      const days = typed === undefined ? member.policy.olderThanDays : daysIn(typed);
      const policy = { ...member.policy, olderThanDays: days ?? member.policy.olderThanDays };
      const view = await previewFor(ports, member, policy);
      if (view === null) {
        const looking = await isLooking(ports, member.id);
        return context.html(unreadPage({ session: member.session, looking }));
      }
      if (days === null) return context.html(previewPage(view, null, typed), 422);
      return context.html(previewPage(view));
    }),
  );

  routes.post(
    "/preview/days",
    forMember(ports, async (context, member) => {
      const typed = textIn((await formFields(context, { only: ["olderThanDays"] }))["olderThanDays"]);
      const olderThanDays = daysIn(typed);
      if (olderThanDays === null) {
        const view = await previewFor(ports, member);
        if (view === null) throw new FormRefused(400, "That is no number of days. Nothing was changed.");
        return context.html(previewPage(view, null, typed), 422);
      }
      await ports.members.changePolicy(member.id, (policy) => ({ ...policy, olderThanDays }));
      return context.redirect("/preview", 303);
    }),
  );
  routes.post(
    "/preview/keep",
    forMember(ports, async (context, member) => {
      const fields = await formFields(context, { only: ["key", "olderThanDays"] });
      const person = personOf(await ports.readings.get(member.id), textIn(fields["key"]));
      if (person === null)
        return context.html(notKept("It may have been answered or withdrawn meanwhile."), 404);
      let why: string | null = null;
      await ports.members.changePolicy(member.id, (policy) => {
        const kept = keepOne(policy, person);
        why = kept.ok ? null : kept.why;
        return kept.ok ? kept.policy : policy;
      });
      if (why !== null) return context.html(notKept(why), 409);
      const days = daysIn(textIn(fields["olderThanDays"]));
      return context.redirect(days === null ? "/preview" : `/preview?olderThanDays=${days}`, 303);
    }),
  );
  return routes;
}

function personOf(reading: Reading | null, key: string): Invitation | null {
  const all = [...(reading?.sent.invitations ?? []), ...(reading?.received?.invitations ?? [])];
  return all.find((invitation) => invitationKey(invitation) === key) ?? null;
}

function notKept(why: string): Markup {
  return layout(
    "Not kept – Lapse",
    html`<h1>Nobody was added to your keep list</h1><p>${why}</p><p><a href="/preview">Back to your list</a></p>`,
    "member",
  );
}

function daysIn(typed: string): number | null {
  const [least, most] = limits.olderThanDays;
  const days = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : Number.NaN;
  return days >= least && days <= most ? days : null;
}

import { textIn } from "@lapse/core/member/policyForm";
import { limits } from "@lapse/core/policy/schema";
import { Hono } from "hono";
import type { WebPorts } from "./app.ts";
import { formFields } from "./form.ts";
import { previewPage } from "./pages/preview/previewPage.ts";
import { unreadPage } from "./pages/preview/unreadPage.ts";
import { isLooking, previewFor } from "./previewView.ts";
import { forMember } from "./signedIn.ts";

/** The member's list as Lapse sees it, also with another number of days. */
export function previewRoutes(ports: WebPorts): Hono {
  const routes = new Hono();
  routes.get(
    "/preview",
    forMember(ports, async (context, member) => {
      const typed = context.req.query("olderThanDays");
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
      const typed = textIn((await formFields(context))["olderThanDays"]);
      const olderThanDays = daysIn(typed);
      if (olderThanDays === null) {
        const view = await previewFor(ports, member);
        if (view !== null) return context.html(previewPage(view, null, typed), 422);
      } else await ports.members.changePolicy(member.id, (policy) => ({ ...policy, olderThanDays }));
      return context.redirect("/preview", 303);
    }),
  );
  return routes;
}

function daysIn(typed: string): number | null {
  const [least, most] = limits.olderThanDays;
  const days = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : Number.NaN;
  return days >= least && days <= most ? days : null;
}

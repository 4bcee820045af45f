import { insightOf } from "@lapse/core/insight/insight";
import { Hono } from "hono";
import * as z from "zod";
import type { WebPorts } from "../app.ts";
import { formIn, once, queryIn, unreadable } from "../border/fields.ts";
import { dashboardPage } from "../pages/dashboard/dashboardPage.ts";
import { doneNames } from "../pages/dashboard/done.ts";
import { forMember } from "../signIn/signedIn.ts";
import { dashboardData } from "./data.ts";
import { errandRoutes } from "./errands.ts";
import { placeFields, placeOf } from "./fields.ts";
import { keepRoutes } from "./keeps.ts";

const viewFields = z.strictObject({
  ...placeFields,
  done: once(30).pipe(z.enum(doneNames)).optional(),
});
const noFields = z.strictObject({});

/** The dashboard, the pause, and what can be done about single invitations. */
export function dashboardRoutes(ports: WebPorts): Hono {
  const { members, log } = ports;
  const routes = new Hono();

  routes.get(
    "/dashboard",
    forMember(ports, async (context, member) => {
      const fields = queryIn(context, viewFields);
      if (fields === null) return unreadable(context);
      const { done, ...place } = fields;
      const { board, events, now } = await dashboardData(member, ports);
      const insight = insightOf(events, member.policy);
      return context.html(
        dashboardPage({ member, board, place: placeOf(place), done: done ?? null, insight, now }),
      );
    }),
  );

  for (const paused of [true, false]) {
    routes.post(
      paused ? "/pause" : "/resume",
      forMember(ports, async (context, member) => {
        if ((await formIn(context, noFields)) === null) return unreadable(context);
        await members.setPaused(member.id, paused);
        log.info(paused ? "a member paused" : "a member resumed", { memberId: member.id });
        return context.redirect(`/dashboard?done=${paused ? "paused" : "resumed"}`, 303);
      }),
    );
  }

  // Where the links of older digests lead.
  routes.get("/manage", (context) => context.redirect("/dashboard", 303));
  routes.route("/", keepRoutes(ports));
  routes.route("/", errandRoutes(ports));
  return routes;
}

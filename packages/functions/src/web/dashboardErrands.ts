import type { DashboardItem } from "@lapse/core/dashboard/item";
import type { Member } from "@lapse/core/member/member";
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { WebPorts } from "./app.ts";
import { dashboardData, itemIn } from "./dashboardData.ts";
import { formIn, keyField, noSuchInvitation, queryIn, refused, unreadable } from "./dashboardFields.ts";
import { withdrawNowPage } from "./pages/dashboard/withdrawNowPage.ts";
import { forMember } from "./signedIn.ts";

const noFields = z.strictObject({});
const byKey = z.strictObject({ key: keyField });

/** More at once would be a sweep without the pace of one. */
const mostUnderWay = 5;

/** What a member asks for and a worker does: looking at the list now, and withdrawing one invitation now. */
export function errandRoutes(ports: WebPorts): Hono {
  const { errands, queue, newId, now, log } = ports;
  const routes = new Hono();

  routes.post(
    "/look",
    forMember(ports, async (context, member) => {
      if ((await formIn(context, noFields)) === null) return unreadable(context);
      const hindrance = connectedHindrance(member);
      if (hindrance !== null) return refused(context, "Lapse cannot look now", hindrance);
      const runId = newId();
      if (!(await errands.begin(member.id, { kind: "look", about: "", runId, askedAt: now() })))
        return refused(
          context,
          "Lapse is looking already",
          "You asked a moment ago; it takes a minute or two.",
        );
      await queue.send({ kind: "look", memberId: member.id, runId });
      log.info("a member asked for a look", { memberId: member.id, runId });
      return context.redirect("/dashboard?done=look", 303);
    }),
  );

  routes.get(
    "/withdraw-now",
    forMember(ports, async (context, member) => {
      const fields = queryIn(context, byKey);
      if (fields === null) return unreadable(context);
      const asked = await withdrawable(context, member, fields.key, ports);
      return asked instanceof Response ? asked : context.html(withdrawNowPage(asked.item));
    }),
  );

  routes.post(
    "/withdraw-now",
    forMember(ports, async (context, member) => {
      const fields = await formIn(context, byKey);
      if (fields === null) return unreadable(context);
      const asked = await withdrawable(context, member, fields.key, ports);
      if (asked instanceof Response) return asked;
      const { profile } = asked;
      const runId = newId();
      if (!(await errands.begin(member.id, { kind: "withdraw", about: profile, runId, askedAt: now() })))
        return refused(context, ...underWay);
      await queue.send({ kind: "withdraw", memberId: member.id, runId, profile });
      log.info("a member asked for a withdrawal", { memberId: member.id, runId });
      return context.redirect("/dashboard?done=withdraw", 303);
    }),
  );
  return routes;
}

const underWay = [
  "This one is under way already",
  "You asked for it a moment ago; it takes a minute or two.",
] as const;

/** The invitation that may be withdrawn at the member's word, or the answer that says why it may not. */
async function withdrawable(
  context: Context,
  member: Member,
  key: string,
  ports: WebPorts,
): Promise<{ readonly item: DashboardItem; readonly profile: string } | Response> {
  const title = "This cannot be withdrawn here now";
  const { board } = await dashboardData(member, ports);
  const item = itemIn(board, key);
  if (item === null || item.ref.direction === "received") return noSuchInvitation(context);
  const profile = item.ref.profile;
  if (profile === null || profile.length > 500)
    return refused(
      context,
      title,
      "LinkedIn's list shows no profile for it. Withdraw it on LinkedIn yourself.",
    );
  const hindrance = connectedHindrance(member) ?? startHindrance(member) ?? stateHindrance(item);
  if (hindrance !== null) return refused(context, title, hindrance);
  if (item.act.kind === "none") return refused(context, ...underWay);
  const waiting = (await ports.errands.list(member.id)).filter(({ state }) => state.kind === "waiting");
  if (waiting.length >= mostUnderWay)
    return refused(context, title, "Several are under way already. Wait until they are done.");
  return { item, profile };
}

function connectedHindrance({ session, policy }: Member): string | null {
  if (session !== "sealed") return "Your LinkedIn account is not connected. Connect it first.";
  return policy.paused ? "You paused Lapse, so it opens nothing. Resume first." : null;
}

function startHindrance({ startedAt }: Member): string | null {
  return startedAt === null ? "Nothing is withdrawn before you start the clean-up. Start it first." : null;
}

function stateHindrance({ state }: DashboardItem): string | null {
  switch (state) {
    case "kept":
      return "Your rules keep this invitation, and keep wins over everything. Change the rule first.";
    case "withdrawn":
    case "ignored":
    case "answered":
      return "It is no longer in your list.";
    case "due":
    case "fresh":
    case "failed":
    case "unproved":
    case "unreadable":
      return null;
  }
}

import type { DashboardItem } from "@lapse/core/dashboard/item";
import type { Member } from "@lapse/core/member/member";
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { Limit } from "../../store/limits.ts";
import type { WebPorts } from "../app.ts";
import { formIn, once, queryIn, refused, unreadable } from "../border/fields.ts";
import { refusedWhileStopped } from "../border/stopped.ts";
import { withdrawNowPage } from "../pages/dashboard/withdrawNowPage.ts";
import { forMember } from "../signIn/signedIn.ts";
import { type Asked, askWorker } from "./ask.ts";
import { dashboardData, itemIn } from "./data.ts";
import { keyField, noSuchInvitation } from "./fields.ts";

/** Who asks on the preview is led back there. */
const lookFields = z.strictObject({ from: once(10).pipe(z.literal("preview")).optional() });
const byKey = z.strictObject({ key: keyField });

/** More at once would be a sweep without the pace of one. */
const mostUnderWay = 5;
/** Of those that come in the same instant, none sees the others under way; this counts them one by one. */
const withdrawalsAtOnce: Limit = { name: "withdraw-now", most: mostUnderWay, windowMs: 60_000 };

/** What a member asks for and a worker does: looking at the list now, and withdrawing one invitation now. */
export function errandRoutes(ports: WebPorts): Hono {
  const { limits } = ports;
  const routes = new Hono();

  routes.post(
    "/look",
    forMember(ports, async (context, member) => {
      const fields = await formIn(context, lookFields);
      if (fields === null) return unreadable(context);
      const title = "Lapse cannot look now";
      const hindrance = connectedHindrance(member);
      if (hindrance !== null) return refused(context, title, hindrance);
      const stopped = await refusedWhileStopped(context, ports);
      if (stopped !== null) return stopped;
      const asked = await askWorker(member.id, { kind: "look" }, ports);
      const place = fields.from === "preview" ? "/preview" : "/dashboard?done=look";
      return answer(context, asked, place, title, lookingAlready);
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
      const { id } = member;
      // In the member's own partition: leaving in the same moment takes it along.
      if ((await limits.take({ kind: "member", memberId: id }, withdrawalsAtOnce)) !== null)
        return refused(context, notHere, "You asked for several within a minute. Wait until they are done.");
      const sent = await askWorker(id, { kind: "withdraw", profile: asked.profile }, ports);
      return answer(context, sent, "/dashboard?done=withdraw", notHere, underWay);
    }),
  );
  return routes;
}

/** Titles and sentences of what cannot be done. */
type Note = readonly [title: string, sentence: string];

const notHere = "This cannot be withdrawn here now";
const lookingAlready: Note = [
  "Lapse is looking already",
  "You asked a moment ago; it takes a minute or two.",
];
const underWay: Note = [
  "This one is under way already",
  "You asked for it a moment ago; it takes a minute or two.",
];

/** Where somebody was sent, back to `place`; else why nobody was. */
function answer(context: Context, asked: Asked, place: string, title: string, already: Note) {
  switch (asked.kind) {
    case "asked":
      return context.redirect(place, 303);
    case "under-way":
      return refused(context, ...already);
    case "nobody-sent":
      return refused(context, title, asked.why, 503);
  }
}

/** The invitation that may be withdrawn at the member's word, or the answer that says why it may not. */
async function withdrawable(
  context: Context,
  member: Member,
  key: string,
  ports: WebPorts,
): Promise<{ readonly item: DashboardItem; readonly profile: string } | Response> {
  const { board } = await dashboardData(member, ports);
  const item = itemIn(board, key);
  if (item === null || item.ref.direction === "received") return noSuchInvitation(context);
  const profile = item.ref.profile;
  if (profile === null || profile.length > 500)
    return refused(
      context,
      notHere,
      "LinkedIn's list shows no profile for it. Withdraw it on LinkedIn yourself.",
    );
  const hindrance = connectedHindrance(member) ?? startHindrance(member) ?? stateHindrance(item);
  if (hindrance !== null) return refused(context, notHere, hindrance);
  const stopped = await refusedWhileStopped(context, ports);
  if (stopped !== null) return stopped;
  if (item.act.kind === "none") return refused(context, ...underWay);
  const waiting = (await ports.errands.list(member.id)).filter(({ state }) => state.kind === "waiting");
  if (waiting.length >= mostUnderWay)
    return refused(context, notHere, "Several are under way already. Wait until they are done.");
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

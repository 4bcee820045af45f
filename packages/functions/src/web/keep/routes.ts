import { keepOne } from "@lapse/core/dashboard/keepOne";
import { isKept } from "@lapse/core/digest/comingUp";
import { type KeepTarget, keepTarget } from "@lapse/core/digest/keepTarget";
import { profileAddress } from "@lapse/core/invitation/profile";
import type { Member } from "@lapse/core/member/member";
import { textIn } from "@lapse/core/member/policyForm";
import type { Policy } from "@lapse/core/policy/policy";
import { type Context, Hono } from "hono";
import type { WebPorts } from "../app.ts";
import { formFields } from "../border/form.ts";
import { tokenIn } from "../border/queryFields.ts";
import { keepGonePage, keepPage, keptPage } from "../pages/keepPage.ts";
import { notePage } from "../pages/layout.ts";
import { readKeepToken } from "./link.ts";

export type KeepLinkPorts = Pick<WebPorts, "members" | "ledgerOf" | "now">;

interface Asked {
  readonly member: Member;
  readonly target: KeepTarget;
}

/**
 * The keep links of the mails. GET only shows whom, because mail scanners open every link; POST keeps, without signing
 * in, and doing it twice is no mistake. It is in force with the answer: a sweep asks for the policy before each click.
 */
export function keepLinkRoutes(ports: KeepLinkPorts): Hono {
  const routes = new Hono();
  routes.get("/keep", async (context) => {
    const token = tokenIn(context) ?? "";
    const asked = await askedBy(token, ports);
    return asked === null ? notValid(context) : context.html(shown(token, asked, ports.now()));
  });
  routes.post("/keep", async (context) => {
    const token = tokenIn(context) ?? textIn((await formFields(context, { only: ["token"] }))["token"]);
    const asked = await askedBy(token, ports);
    if (asked === null) return notValid(context);
    const why = asked.target.gone === null ? await keep(asked, ports) : null;
    if (why !== null) return context.html(notePage("Not kept", why), 422);
    return context.redirect(`/keep?token=${encodeURIComponent(token)}`, 303);
  });
  return routes;
}

/** Who asks, and about whom; null where the token is not one of ours, or not any more. */
async function askedBy(token: string, { members, ledgerOf, now }: KeepLinkPorts): Promise<Asked | null> {
  const read = await readKeepToken(token, members.get, now());
  if (read === null) return null;
  const { id, policy } = read.member;
  const target = keepTarget(await ledgerOf(id).read(), read.key, policy, now());
  return target === null ? null : { member: read.member, target };
}

/** Null where they are kept now; else why that could not be done. */
async function keep({ member, target }: Asked, { members }: KeepLinkPorts): Promise<string | null> {
  const { profile, name } = target.ref;
  const address = profile === null ? null : profileAddress(profile);
  const person = { profile, name, addresses: address === null ? [] : [address] };
  let why: string | null = null;
  await members.changePolicy(member.id, (policy: Policy) => {
    why = null;
    if (isKept(person, policy)) return policy;
    const change = keepOne(policy, person);
    if (!change.ok) why = change.why;
    return change.ok ? change.policy : policy;
  });
  return why;
}

function shown(token: string, { member, target }: Asked, now: number) {
  const { ref, gone } = target;
  if (gone !== null) return keepGonePage(ref, gone.at, member.policy, now);
  return isKept(ref, member.policy) ? keptPage(ref) : keepPage(token, target, member.policy, now);
}

/** The same bytes whatever is wrong with a link: forged, of somebody else, too old or cut off. */
function notValid(context: Context): Response | Promise<Response> {
  const sentence =
    "It may be cut off, or too old: copy the whole link out of the latest mail, or keep people on your dashboard.";
  return context.html(notePage("This link is not valid", sentence), 404);
}

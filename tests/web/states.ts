import { defaultPolicy } from "@lapse/core/policy/defaults";
import type { Policy } from "@lapse/core/policy/policy";
import { makeKeepUrl } from "@lapse/functions/web/keep/link";
import { aMember, monday } from "../../packages/functions/test/support/member.ts";
import { goodForm } from "../../packages/functions/test/support/web.ts";
import { list, people } from "./people.ts";
import type { Person, Stage } from "./stage.ts";
import type { View } from "./window.ts";

/** One page in one state. `before` may do what a member did, and may change where the view is. */
export interface State {
  readonly name: string;
  readonly view: View;
  /** Who is signed in; nobody where it is absent. */
  readonly as?: Person;
  readonly before?: (stage: Stage) => Promise<Partial<View> | undefined>;
}

const page = (name: string, path: string, as?: Person): State => ({
  ...{ name, view: { path } },
  ...(as === undefined ? {} : { as }),
});
const sent = (name: string, path: string, fields: Record<string, string>, as?: Person): State => ({
  ...{ name, view: { path, fields } },
  ...(as === undefined ? {} : { as }),
});

const paused: Policy = { ...defaultPolicy, paused: true };
const { email: _, ...rules } = goodForm;

/** A wait that a worker has not ended yet, or has. */
const errand =
  (kind: "try" | "look", end?: { outcome: "previewed" | "signed-out"; message: string }) =>
  async (stage: Stage) => {
    await stage.errands.begin("ada", { kind, about: "", runId: "run-1", askedAt: stage.clock.now - 5_000 });
    if (end !== undefined)
      await stage.errands.end("ada", "run-1", { kind: "ended", at: stage.clock.now, ...end });
    return undefined;
  };

const unsubscribeToken = `ada.${aMember("ada").unsubscribeToken}`;
const unsubscribeLink = async () => ({ path: `/unsubscribe?token=${encodeURIComponent(unsubscribeToken)}` });

/** The link in a digest that keeps one invitation. */
const keepLink = async () => {
  const key = `id:${list(40).sent.invitations[20]?.id}`;
  const { pathname, search } = new URL(makeKeepUrl("https://lapse.example.org", aMember("ada"), monday)(key));
  return { path: `${pathname}${search}` };
};

const kept = async (stage: Stage) => {
  const link = await keepLink();
  await stage.post("/keep", { token: new URL(link.path, stage.origin).searchParams.get("token") ?? "" });
  return link;
};

/** Every page, in every state that was designed. */
export const states: readonly State[] = [
  page("sign-up", "/"),
  sent("sign-up-wrong", "/sign-up", { ...goodForm, email: "ada", olderThanDays: "soon", perDay: "900" }),
  page("sign-in", "/sign-in"),
  sent("sign-in-wrong", "/sign-in", { email: "nobody" }),
  sent("code", "/sign-in", { email: "ada@example.org" }),
  page("code-none", "/code"),
  sent("code-refused", "/code", { code: "123456" }),
  page("connect", "/connect", people.fresh),
  page("connect-connected", "/connect", people.running),
  page("connect-guide", "/connect/guide", people.fresh),
  page("connect-paste", "/connect/paste", people.fresh),
  sent("connect-paste-wrong", "/connect/paste", { paste: "JSESSIONID=ajax:1; bcookie=x" }, people.fresh),
  sent("connect-code", "/connect/code", {}, people.fresh),
  { ...page("connect-trying", "/connect/trying", people.fresh), before: errand("try") },
  {
    ...page("connect-refused", "/connect/trying", people.fresh),
    before: errand("try", {
      outcome: "signed-out",
      message: "LinkedIn has signed this session out: connect again.",
    }),
  },
  {
    ...page("connect-accepted", "/connect/trying", people.connected),
    before: errand("try", {
      outcome: "previewed",
      message: "The list was read: 40 invitations are pending.",
    }),
  },
  page("disconnect", "/disconnect", people.running),
  page("preview-unread", "/preview", people.unread),
  page("preview", "/preview", people.connected),
  page("preview-changed", "/preview?olderThanDays=14", people.connected),
  page("preview-many", "/preview", people.many),
  page("preview-belt", "/preview", people.belt),
  page("rules", "/rules", people.running),
  sent("rules-wrong", "/rules/check", { ...rules, perDay: "0" }, people.running),
  sent("rules-check", "/rules/check", rules, people.running),
  page("dashboard-first", "/dashboard", people.fresh),
  { ...page("dashboard-trying", "/dashboard", people.fresh), before: errand("try") },
  page("dashboard-not-started", "/dashboard", people.connected),
  page("dashboard", "/dashboard", people.running),
  { ...page("dashboard-looking", "/dashboard", people.running), before: errand("look") },
  page("dashboard-wise", "/dashboard", people.wise),
  page("dashboard-many", "/dashboard", people.many),
  page("dashboard-search", "/dashboard?q=zo%C3%AB", people.running),
  page("dashboard-empty", "/dashboard", people.empty),
  page("dashboard-paused", "/dashboard", {
    ...people.running,
    member: { ...people.running.member, policy: paused },
  }),
  page("dashboard-unmailed", "/dashboard", people.unmailed),
  page("rules-unmailed", "/rules", people.unmailed),
  page("dashboard-disconnected", "/dashboard", people.disconnected),
  page("dashboard-failing", "/dashboard", people.drift),
  page("dashboard-belt", "/dashboard", people.belt),
  {
    ...page("withdraw-now", "/withdraw-now", people.running),
    before: async () => ({
      path: `/withdraw-now?key=${encodeURIComponent(`id:${list(40).sent.invitations[20]?.id}`)}`,
    }),
  },
  page("account", "/account", people.running),
  page("account-delete", "/account/delete", people.running),
  sent("account-deleted", "/account/delete", { sure: "yes" }, people.running),
  { ...page("keep", "/keep", people.running), before: keepLink },
  { ...page("kept", "/keep", people.running), before: kept },
  page("keep-invalid", "/keep?token=forged"),
  sent("unsubscribed", "/unsubscribe", { token: unsubscribeToken }, people.running),
  { ...page("unsubscribe", "/unsubscribe"), as: people.running, before: unsubscribeLink },
  page("not-found", "/nowhere"),
];

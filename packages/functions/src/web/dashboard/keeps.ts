import { type KeepChange, keepOne, keepTyped, unkeepOne, unkeepWord } from "@lapse/core/dashboard/keepOne";
import type { Policy } from "@lapse/core/policy/policy";
import { type Context, Hono } from "hono";
import * as z from "zod";
import type { WebPorts } from "../app.ts";
import { formIn, once, queryIn, refused, unreadable } from "../border/fields.ts";
import type { DoneName } from "../pages/dashboard/done.ts";
import { forMember } from "../signIn/signedIn.ts";
import { invitationIn } from "./data.ts";
import { dashboardAt, keyField, noSuchInvitation, placeOf, placeSchema } from "./fields.ts";

const byKey = z.strictObject({ key: keyField });
const byWord = z.strictObject({ word: once(100) });
const typedText = z.strictObject({ text: once(600) });

type KeepPorts = Pick<WebPorts, "members" | "readings" | "signIns">;

/**
 * Keeping people and letting them go again. It is in force with the answer, also against a sweep that is running: a
 * sweep asks for the policy before each click. Each leads back to where the member was.
 */
export function keepRoutes(ports: KeepPorts): Hono {
  const { readings } = ports;
  const routes = new Hono();

  routes.post(
    "/keep-one",
    forMember(ports, async (context, { id }) => {
      const fields = await formIn(context, byKey);
      if (fields === null) return unreadable(context);
      const invitation = invitationIn(await readings.get(id), fields.key);
      if (invitation === null) return noSuchInvitation(context);
      return change(context, ports, id, "kept", (policy) => keepOne(policy, invitation));
    }),
  );

  routes.post(
    "/unkeep-one",
    forMember(ports, async (context, { id }) => {
      const fields = await formIn(context, byKey);
      if (fields === null) return unreadable(context);
      const invitation = invitationIn(await readings.get(id), fields.key);
      if (invitation === null) return noSuchInvitation(context);
      return change(context, ports, id, "unkept", (policy) => ({
        ok: true,
        policy: unkeepOne(policy, invitation),
      }));
    }),
  );

  routes.post(
    "/unkeep-word",
    forMember(ports, async (context, { id, policy: seen }) => {
      const fields = await formIn(context, byWord);
      if (fields === null) return unreadable(context);
      if (!seen.keep.words.includes(fields.word)) return noSuchInvitation(context);
      return change(context, ports, id, "unkept-word", (policy) => ({
        ok: true,
        policy: unkeepWord(policy, fields.word),
      }));
    }),
  );

  routes.post(
    "/keep-word",
    forMember(ports, async (context, { id }) => {
      const fields = await formIn(context, typedText);
      if (fields === null) return unreadable(context);
      return change(context, ports, id, "kept-typed", (policy) => keepTyped(policy, fields.text), 422);
    }),
  );
  return routes;
}

/** One conditional change of the policy that is stored by then, so that nobody whom others keep meanwhile is lost. */
async function change(
  context: Context,
  { members }: KeepPorts,
  memberId: string,
  done: DoneName,
  wanted: (policy: Policy) => KeepChange,
  status: 409 | 422 = 409,
): Promise<Response> {
  const place = queryIn(context, placeSchema);
  if (place === null) return unreadable(context);
  let why: string | null = null;
  await members.changePolicy(memberId, (policy) => {
    const changed = wanted(policy);
    why = changed.ok ? null : changed.why;
    return changed.ok ? changed.policy : policy;
  });
  if (why !== null) return refused(context, "Nobody was added to your keep list", why, status);
  return context.redirect(dashboardAt(placeOf(place), done), 303);
}

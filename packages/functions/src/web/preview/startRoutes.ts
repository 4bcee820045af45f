import type { LedgerFact, Upcoming } from "@lapse/core/ledger/event";
import { textIn } from "@lapse/core/member/policyForm";
import { nextSweepAt } from "@lapse/core/schedule/nextSweep";
import { Hono } from "hono";
import type { WebPorts } from "../app.ts";
import { formFields } from "../border/form.ts";
import { previewPage } from "../pages/preview/previewPage.ts";
import { unreadPage } from "../pages/preview/unreadPage.ts";
import { forMember } from "../signIn/signedIn.ts";
import { isLooking, type PreviewView, previewFor } from "./view.ts";

/** "Start the clean-up", and "Go on with these" where sweeps wait for the member's word. */
export function startRoutes(ports: WebPorts): Hono {
  const routes = new Hono();
  routes.post(
    "/start",
    forMember(ports, async (context, member) => {
      const shown = textIn((await formFields(context, { only: ["shown"] }))["shown"]);
      const view = await previewFor(ports, member);
      if (view === null) {
        const looking = await isLooking(ports, member.id);
        return context.html(unreadPage({ session: member.session, looking }), 409);
      }
      if (member.session !== "sealed")
        return context.html(previewPage(view, "Nothing was started: connect LinkedIn first."), 409);
      if (shown !== view.fingerprint)
        return context.html(
          previewPage(
            view,
            "Nothing was started: your list or your rules have changed since you saw them. This is how they are now.",
          ),
          409,
        );
      await start(view, ports);
      return context.redirect("/dashboard", 303);
    }),
  );
  return routes;
}

/** As many as one item of the table holds, packed. */
const mostAtOnce = 2_000;

/**
 * Announces everybody who is due, confirms their number, and starts. In this order: whoever was announced and not
 * started is left alone, and doing it again announces only whom the ledger does not have yet.
 */
async function start({ member, policy, preview, account, now }: PreviewView, ports: WebPorts) {
  const ledger = ports.ledgerOf(member.id);
  const run = ports.newId();
  const write = (fact: LedgerFact) => ledger.append({ ...fact, at: now, run, account });
  const untold = preview.coming
    .filter(({ told }) => !told)
    .map(({ ref, ifConfirmed, sentAfter }): Upcoming => {
      const since = sentAfter === undefined ? {} : { sentAfter };
      return { ...ref, ...since, on: new Date(ifConfirmed).toISOString() };
    });
  for (let i = 0; i < untold.length; i += mostAtOnce)
    await write({ kind: "announced", upcoming: untold.slice(i, i + mostAtOnce) });
  await write({ kind: "confirmed", due: preview.coming.length });
  await ports.members.start(member.id, member.startedAt ?? now, nextSweepAt(policy, now, member.spread));
  // Who left meanwhile left before some of this was written.
  await ports.members.clearGone(member.id);
  ports.log.info("started", {
    memberId: member.id,
    again: member.startedAt !== null,
    due: preview.coming.length,
  });
}

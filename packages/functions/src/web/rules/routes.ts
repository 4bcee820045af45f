import { mailOffInWords } from "@lapse/core/member/mailOff";
import type { Member } from "@lapse/core/member/member";
import { textIn } from "@lapse/core/member/policyForm";
import { policyInWords } from "@lapse/core/policy/words";
import { nextSweepAt } from "@lapse/core/schedule/nextSweep";
import { Hono } from "hono";
import type { WebPorts } from "../app.ts";
import { FormRefused, formFields } from "../border/form.ts";
import { meaning } from "../pages/preview/meaning.ts";
import { changesOf } from "../pages/rules/changes.ts";
import { checkPage } from "../pages/rules/checkPage.ts";
import { rulesPage } from "../pages/rules/rulesPage.ts";
import { previewFor } from "../preview/view.ts";
import { forMember } from "../signIn/signedIn.ts";
import { type RuleError, type RulesForm, readRules, ruleNames, typedRules } from "./form.ts";
import { keepsSeen, withKeepsSince } from "./keeps.ts";

/** The member's rules: shown, checked with what they would mean, and stored. */
export function rulesRoutes(ports: WebPorts): Hono {
  const { members, readings } = ports;
  const routes = new Hono();

  routes.get(
    "/rules",
    forMember(ports, (context, member) => {
      const sentence = policyInWords(member.policy);
      return context.html(
        rulesPage({ ...shownTo(member), ...{ typed: typedRules(member.policy), errors: [], sentence } }),
      );
    }),
  );

  routes.post(
    "/rules/check",
    forMember(ports, async (context, member) => {
      const { form, seen } = await sentBy(context, member);
      if (!form.ok) return context.html(again(member, form, seen), 422);
      const policy = withKeepsSince(form.policy, member.policy, seen);
      if (policy === null) return context.html(again(member, full(form), seen), 422);
      const view = await previewFor(ports, member, policy);
      return context.html(
        checkPage({
          ...{ typed: form.typed, seen, changes: changesOf(member.policy, policy) },
          ...{ sentence: policyInWords(policy), preview: view === null ? null : meaning(view) },
        }),
      );
    }),
  );

  routes.post(
    "/rules/edit",
    forMember(ports, async (context, member) => {
      const { form, seen } = await sentBy(context, member);
      return context.html(again(member, form, seen));
    }),
  );

  routes.post(
    "/rules",
    forMember(ports, async (context, member) => {
      const { form, seen } = await sentBy(context, member);
      if (!form.ok) return context.html(again(member, form, seen), 422);
      let fits = true;
      let zone = member.policy.timezone;
      const stored = await members.changePolicy(member.id, (present) => {
        const policy = withKeepsSince(form.policy, present, seen);
        fits = policy !== null;
        zone = present.timezone;
        return policy ?? present;
      });
      if (!fits) return context.html(again(member, full(form), seen), 422);
      // The sweep comes in the member's own morning, and the old zone's may be their night.
      if (stored !== null && stored.timezone !== zone)
        await members.reschedule(member.id, nextSweepAt(stored, ports.now(), member.spread));
      const seenList = (await readings.get(member.id)) !== null;
      return context.redirect(seenList ? "/preview" : "/dashboard", 303);
    }),
  );

  routes.post(
    "/rules/mail",
    forMember(ports, async (context, member) => {
      const mail = textIn((await formFields(context, { only: ["mail"] }))["mail"]);
      if (mail !== "on" && mail !== "off")
        throw new FormRefused(400, "The form had neither “on” nor “off” in it. Nothing was changed.");
      await members.setMail(member.id, mail);
      return context.redirect("/rules", 303);
    }),
  );
  return routes;
}

async function sentBy(context: Parameters<typeof formFields>[0], member: Member) {
  const fields = await formFields(context, { only: [...ruleNames, "keepsSeen"] });
  return { form: readRules(fields, member.policy), seen: textIn(fields["keepsSeen"]) };
}

function shownTo(member: Member) {
  const { policy, mail } = member;
  return { seen: keepsSeen(policy), paused: policy.paused, mail, mailOff: mailOffInWords(member) };
}

/** The form as it was sent, with what is wrong. What the lists held when it was filled in stays as it was, too. */
function again(member: Member, form: RulesForm, seen: string) {
  const [errors, sentence] = form.ok ? [[], policyInWords(form.policy)] : [form.errors, null];
  return rulesPage({ ...shownTo(member), ...{ seen, typed: form.typed, errors, sentence } });
}

const tooMany: RuleError = {
  field: "keepProfiles",
  message: "Others were added to your keep lists meanwhile, and together they are too many. Take some off.",
};

function full(form: RulesForm): RulesForm {
  return { ok: false, errors: [tooMany], typed: form.typed };
}

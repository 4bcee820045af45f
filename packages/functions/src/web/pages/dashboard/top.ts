import type { Dashboard } from "@lapse/core/dashboard/dashboard";
import type { Status } from "@lapse/core/dashboard/status";
import { mailOffInWords } from "@lapse/core/member/mailOff";
import type { Member } from "@lapse/core/member/member";
import { html } from "hono/html";
import type { Markup } from "../layout.ts";
import { type DoneName, doneSentences } from "./done.ts";

const ways: Readonly<Record<NonNullable<Status["to"]>, readonly [string, string]>> = {
  connect: ["/connect", "Connect LinkedIn"],
  preview: ["/preview", "Look at the preview"],
  trying: ["/connect/trying", "See how it is going"],
  rules: ["/rules", "Change your rules"],
};

/** How often a page that waits for a worker is asked for again, in seconds. */
const again = 5;

/** How things stand, in one sentence, and the one big button that stops everything. */
export function top(member: Member, board: Dashboard, done: DoneName | null): Markup {
  const { status, answers } = board;
  return html`${done === null ? "" : html`<p role="status"><strong>${doneSentences[done]}</strong></p>`}
<div class="status ${status.tone}"${status.name === "looking" ? html` data-again="${again}"` : ""}><p>${status.sentence}</p></div>
${answers.map((answer) => html`<p>You asked: <bdi>${answer}</bdi></p>`)}
<div class="actions">${way(status)}${pause(member, status)}${look(member, status)}</div>
${unmailed(member)}`;
}

/** Nobody said that the mails should end, so it is said before anything else. */
function unmailed(member: Member): Markup | "" {
  const why = mailOffInWords(member);
  if (why === null) return "";
  return html`<div class="status wait"><p>${why}</p></div>
<form method="post" action="/rules/mail"><button type="submit" class="secondary" name="mail" value="on">Send me the digests</button></form>`;
}

function way({ name, to }: Status): Markup | "" {
  if (name === "looking") return html`<a href="/dashboard">See whether it is done</a>`;
  if (to === null) return "";
  const [href, label] = ways[to];
  return html`<a href="${href}" role="button">${label}</a>`;
}

function pause({ policy }: Member, { name }: Status): Markup | "" {
  if (name === "first-visit" && !policy.paused) return "";
  return policy.paused
    ? html`<form method="post" action="/resume"><button type="submit">Resume</button></form>`
    : html`<form method="post" action="/pause"><button type="submit">Pause</button></form>`;
}

function look({ session, policy }: Member, { name }: Status): Markup | "" {
  if (session !== "sealed" || policy.paused || name === "looking") return "";
  return html`<form method="post" action="/look"><button type="submit" class="secondary">Look at my list now</button></form>`;
}

import type { Dashboard } from "@lapse/core/dashboard/dashboard";
import type { HistoryLine } from "@lapse/core/dashboard/history";
import { dayOf } from "@lapse/core/digest/day";
import type { Insight } from "@lapse/core/insight/insight";
import type { Member } from "@lapse/core/member/member";
import { digestInWords, policyInWords } from "@lapse/core/policy/words";
import { count } from "@lapse/core/wording/count";
import { html } from "hono/html";
import { curve } from "../charts/curve.ts";
import type { Markup } from "../layout.ts";

/** The policy in words, what its number of days means for this member, and a way to keep by word or link. */
export function rulesSection({ policy, mail }: Member, insight: Insight | null): Markup {
  return html`<section aria-labelledby="rules"><h2 id="rules">Your rules in words</h2>
<blockquote>${policyInWords(policy)}</blockquote>
<p>${
    mail === "on"
      ? `Your digest comes on ${digestInWords(policy)}, when there is something to say.`
      : "You get no digests. What is not announced is not withdrawn, unless your notice is 0 days."
  } <a href="/rules">Change your rules</a></p>
${insight === null ? "" : insightFigure(insight)}
<form class="search" method="post" action="/keep-word">
<label>Keep somebody else, by a link to their profile or a word in their name or headline
<input name="text" maxlength="600" autocomplete="off" spellcheck="false" required></label>
<button type="submit" class="secondary">Keep</button>
</form></section>`;
}

function insightFigure({ sentence, curve: points, olderThanDays, cases }: Insight): Markup {
  return html`<p>${sentence}</p>
${curve(
  {
    ...{ id: "answers", title: "How long your invitations took to be answered", description: sentence },
    caption: `From ${cases} invitations that were accepted, declined or taken back by hand.`,
    ...{ heads: ["Days", "Answered by then"], unit: "days" },
    mark: { x: olderThanDays, label: `you withdraw at ${olderThanDays}` },
  },
  points.map(({ days, share }) => ({ x: days, share })),
)}`;
}

export function historySection({ history }: Dashboard): Markup {
  const { lines, older } = history;
  if (lines.length === 0)
    return html`<section aria-labelledby="history"><h2 id="history">What Lapse did</h2>
<p class="quiet">Nothing yet. Every sweep is written down here, with what it did.</p></section>`;
  return html`<section aria-labelledby="history"><h2 id="history">What Lapse did</h2>
<ul>${lines.map(historyLine)}</ul>
${older === 0 ? "" : html`<p class="quiet">And ${count(older, "sweep")} before that; the <a href="#export">export</a> has them all.</p>`}</section>`;
}

function historyLine({ from, to, runs, what, actor, act }: HistoryLine): Markup {
  const days = from.key === to.key ? to.short : `${from.short} to ${to.short}`;
  const times = runs === 1 ? "" : ` (${runs} sweeps, the last of them)`;
  return html`<li><strong>${days}</strong>${times}: <bdi>${what}</bdi>${toDo(actor, act)}</li>
`;
}

function toDo(actor: HistoryLine["actor"], act: string): Markup | "" {
  switch (actor) {
    case "member":
      return html` <strong>You have to act:</strong> ${act}`;
    case "us":
      return html` <strong>Ours to look at; you need do nothing.</strong>`;
    case "nobody":
      return "";
  }
}

/** The connection, and what can be taken along or taken away. */
export function sessionSection(member: Member, board: Dashboard, now: number): Markup {
  const { policy, account, connectedAt, session } = member;
  const day = (ms: number) => dayOf(ms, policy.timezone, now).long;
  const state = {
    sealed: "Connected",
    "out-of-use": "Out of use: nothing uses the session until you connect again",
    none: "Not connected",
  }[session];
  return html`<section class="panel" aria-labelledby="session"><h2 id="session">Your LinkedIn session</h2>
<dl><dt>State</dt><dd>${state}</dd>
${connectedAt === null ? "" : html`<dt>Connected since</dt><dd>${day(connectedAt)}</dd>`}
${account === null ? "" : html`<dt>Account</dt><dd><bdi>${account}</bdi></dd>`}
<dt>Last worked</dt><dd>${board.readAt === null ? "Your list has not been read yet." : `${day(board.readAt)}${counter(board)}`}</dd></dl>
<div class="actions"><a href="/connect">${session === "none" ? "Connect" : "Connect again"}</a>
${session === "none" ? "" : html`<a href="/disconnect">Disconnect and delete the session</a>`}</div></section>`;
}

function counter({ pending }: Dashboard): string {
  return pending === null ? "" : `, when LinkedIn counted ${pending} pending`;
}

export function exportSection(): Markup {
  return html`<section aria-labelledby="export"><h2 id="export">Take it with you</h2>
<p>Every invitation with its state, and everything that Lapse did. The session is not in it.</p>
<p class="actions"><a href="/export.csv">For a spreadsheet (CSV)</a> <a href="/export.json">For a program (JSON)</a></p></section>`;
}

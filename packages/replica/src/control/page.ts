import { ageOf } from "../invitation/age.ts";
import type { Invitation } from "../invitation/invitation.ts";
import type { JournalEntry } from "../journal.ts";
import { escaped } from "../layouts/markup.ts";
import { english } from "../layouts/strings/en.ts";
import { ageLabel } from "../layouts/strings/table.ts";
import type { ReplicaMember } from "../member/member.ts";
import type { Site } from "../site/site.ts";
import { layoutFor } from "../site/views.ts";
import { document, table } from "./document.ts";
import { faultForm } from "./fault-form.ts";
import { receivedTable } from "./received-table.ts";
import { time } from "./time.ts";

const shownEntries = 100;

/** Members, their invitations, their faults and the journal: for a person who watches a demo. */
export function controlPage(site: Site): string {
  const members = [...site.members.values()].map((member) => memberSection(site, member));
  const breaches = site.journal.violations().length;
  return document(
    "Replica: control",
    `<p>An imitation of the Sent-invitations page. It is not LinkedIn; everybody in it is invented.
    <a href="/mynetwork/invitation-manager/sent/">Open the Sent page</a></p>
    ${members.join("")}
    <section><h2>Journal</h2>
    <p>${site.journal.entries.length} requests, ${site.journal.clicks.length} reported clicks,
    <strong>${breaches} that no tool may make</strong>. The last ${shownEntries}:</p>
    ${table(["Time", "Member", "Kind", "Status", "Outcome", "Address"], lastEntries(site))}</section>`,
  );
}

function memberSection(site: Site, member: ReplicaMember): string {
  const path = `/replica/members/${encodeURIComponent(member.slug)}`;
  const pending = member.pending();
  const withdrawn = member.withdrawn();
  const button = (action: string, text: string) =>
    `<form method="post" action="${path}/${action}"><button>${text}</button></form>`;
  return `<section id="${escaped(member.slug)}"><h2>${escaped(member.name)}</h2>
    <p>Signs in with <code>${escaped(member.email)}</code> and <code>${escaped(member.password)}</code>.
    <strong>${pending.length} pending</strong>, ${withdrawn.length} withdrawn, ${member.accepted().length} accepted.
    Sees layout ${layoutFor(site, member).name}.</p>
    <div class="fields">${button("reset", "Reset")}${button("session", "New session")}</div>
    <details><summary>Pending (${pending.length})</summary>
    ${table(
      ["Name", "Profile", "Sent", "Age", ""],
      pending.map((invitation) => pendingCells(site, path, invitation)),
    )}</details>
    <details${withdrawn.length > 0 ? " open" : ""}><summary>Withdrawn (${withdrawn.length})</summary>
    ${table(
      ["Name", "Profile", "Sent", "Withdrawn"],
      withdrawn.map((w) => [escaped(w.name), profile(w), time(w.sentAt), time(w.withdrawnAt)]),
    )}</details>
    ${receivedTable(member)}
    <details><summary>Faults</summary>${faultForm(member)}</details></section>`;
}

function pendingCells(site: Site, path: string, invitation: Invitation): string[] {
  const age = invitation.label ?? ageLabel(ageOf(site.now() - invitation.sentAt), english);
  return [
    escaped(invitation.name),
    profile(invitation),
    time(invitation.sentAt),
    escaped(age),
    `<form method="post" action="${path}/accept"><input type="hidden" name="id" value="${escaped(invitation.id)}">` +
      `<button aria-label="${escaped(invitation.name)} accepts">Accepts</button></form>`,
  ];
}

const profile = ({ slug }: Invitation) => (slug === null ? "–" : escaped(`/in/${slug}`));

function lastEntries(site: Site): string[][] {
  const last = site.journal.entries.filter(({ kind }) => kind !== "asset").slice(-shownEntries);
  return last
    .reverse()
    .map((entry: JournalEntry) => [
      time(entry.at),
      escaped(entry.member ?? "–"),
      entry.kind,
      String(entry.status),
      escaped(entry.outcome),
      escaped(`${entry.method} ${entry.path}`),
    ]);
}

/** A session to paste into Lapse, in the shape of its session file. */
export function sessionPage(member: ReplicaMember): string {
  const session = JSON.stringify({ ...member.mintSession(), member: `/in/${member.slug}` }, null, 2);
  return document(
    `A session of ${member.name}`,
    `<p>Signed in as ${escaped(member.name)}. <a href="/replica">Back</a></p>
    <label>Session file <textarea readonly rows="24">${escaped(session)}</textarea></label>`,
  );
}

import { clickedControls } from "../journal.ts";
import type { ReplicaMember } from "../member/member.ts";
import { faultAt } from "../member/rules.ts";
import { type Exchange, unquoted } from "../server/exchange.ts";
import { parsedJson, under } from "./body.ts";
import { visitorWith } from "./gate.ts";
import type { Site } from "./site.ts";

/** The page's report of a click, sent as it happens. */
export function answerClick(site: Site, exchange: Exchange): string | null {
  const report = parsedJson(exchange.body);
  const control = clickedControls.find((known) => known === under(report, "control"));
  const visitor = visitorWith(site, unquoted(exchange.cookies.get("li_at") ?? ""));
  const member = visitor?.member.slug ?? null;
  if (visitor !== null && control === "withdraw") showedDialog(visitor.member, under(report, "profileUrn"));
  if (control !== undefined)
    site.journal.addClick({
      at: site.now(),
      member,
      control,
      label: String(under(report, "label") ?? ""),
      isTrusted: under(report, "isTrusted") === true,
      hydrated: under(report, "hydrated") === true,
    });
  exchange.answer(204, "text/plain", "");
  return member;
}

/** A dialog that the page has had from the start counts like one that is asked for; its person may accept now. */
function showedDialog(member: ReplicaMember, profileUrn: unknown): void {
  if (typeof profileUrn !== "string" || profileUrn === "") return;
  const n = member.count("dialog");
  if (faultAt(member.faults.dialog, n) === "challenge") member.challenged = true;
  const accepting = faultAt(member.faults.acceptDuring, n);
  const asked = member.find((pending) => pending.profileUrn === profileUrn);
  if (accepting !== null) member.accept(accepting === "target" ? (asked?.id ?? "") : accepting);
}

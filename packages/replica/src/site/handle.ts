import type { JournalEntry } from "../journal.ts";
import { assetPath, assetText } from "../layouts/assets.ts";
import { type Exchange, unquoted } from "../server/exchange.ts";
import { type ActionRecord, answerDialog, answerPagination, answerTab } from "./actions.ts";
import { answerClick } from "./clicks.ts";
import { admit } from "./gate.ts";
import { kindOf } from "./kind.ts";
import { answerPage } from "./pages.ts";
import { answerAccept, answerIgnore } from "./received.ts";
import { answerSignedOutPage, answerSignIn } from "./signin.ts";
import type { Site, Visitor } from "./site.ts";
import { answerWithdraw } from "./withdraw.ts";

/** Answers one request of the imitated site and writes it into the journal. */
export async function handle(site: Site, exchange: Exchange): Promise<void> {
  const kind = kindOf(exchange.method, exchange.url);
  const entry: Writable<JournalEntry> = site.journal.add({
    at: site.now(),
    member: null,
    session: null,
    kind,
    method: exchange.method,
    path: `${exchange.url.pathname}${exchange.url.search}`,
    userAgent: exchange.userAgent,
    status: 0,
    ids: [],
    outcome: "",
  });
  exchange.dateIs(site.now());
  if (kind === "asset") answerAsset(exchange);
  else if (kind === "signin") Object.assign(entry, answerSignIn(site, exchange));
  else if (kind === "click") entry.member = answerClick(site, exchange);
  else if (kind !== "page" || !answerSignedOutPage(exchange)) await answerMember(site, exchange, entry);
  entry.status = exchange.status;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

async function answerMember(site: Site, exchange: Exchange, entry: Writable<JournalEntry>): Promise<void> {
  const admission = admit(site, exchange);
  if (admission.kind === "turned-away") {
    entry.outcome = admission.why;
    admission.answer(exchange);
    return;
  }
  entry.member = admission.member.slug;
  entry.session = admission.session.number;
  exchange.dateIs(site.now() + admission.member.faults.dateSkewMs);
  if (entry.kind === "page") {
    entry.outcome = await answerPage(site, exchange, admission);
    return;
  }
  const record = await answerAction(site, exchange, admission, entry);
  entry.ids = record.ids;
  entry.outcome = record.outcome;
}

async function answerAction(
  site: Site,
  exchange: Exchange,
  visitor: Visitor,
  entry: JournalEntry,
): Promise<ActionRecord> {
  // The header has to repeat the cookie; nothing else is checked (evidence §3).
  if (exchange.header("csrf-token") !== unquoted(exchange.cookies.get("JSESSIONID") ?? "")) {
    exchange.octets(403, "CSRF check failed.");
    return { ids: [], outcome: "refused: csrf-token" };
  }
  switch (entry.kind) {
    case "pagination":
      return answerPagination(site, exchange, visitor);
    case "dialog":
      return answerDialog(site, exchange, visitor);
    case "withdraw":
      return answerWithdraw(site, exchange, visitor);
    case "ignore":
      return answerIgnore(site, exchange, visitor);
    case "accept":
      return answerAccept(site, exchange, visitor);
    case "tab":
      return answerTab(site, exchange, visitor);
    case "telemetry":
      exchange.answer(200, "application/json", "{}");
      return { ids: [], outcome: "" };
    default:
      exchange.octets(404, "");
      return { ids: [], outcome: "unknown request" };
  }
}

function answerAsset(exchange: Exchange): void {
  const path = exchange.url.pathname;
  const text = path.startsWith(assetPath) ? assetText(path.slice(assetPath.length)) : null;
  if (text === null) exchange.answer(404, "text/plain", "");
  else exchange.answer(200, "text/javascript; charset=utf-8", text, { "cache-control": "max-age=600" });
}

import { clickedControls } from "../journal.ts";
import { type Exchange, unquoted } from "../server/exchange.ts";
import { parsedJson, under } from "./body.ts";
import { visitorWith } from "./gate.ts";
import type { Site } from "./site.ts";

/** The page's report of a click, sent as it happens. */
export function answerClick(site: Site, exchange: Exchange): string | null {
  const report = parsedJson(exchange.body);
  const control = clickedControls.find((known) => known === under(report, "control"));
  const member = visitorWith(site, unquoted(exchange.cookies.get("li_at") ?? ""))?.member.slug ?? null;
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

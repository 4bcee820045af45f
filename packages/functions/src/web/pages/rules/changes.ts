import type { Policy } from "@lapse/core/policy/policy";
import { count, listed } from "@lapse/core/wording/count";
import { type RuleName, ruleNames, typedRules } from "../../rules/form.ts";
import { fieldTitle } from "../errorSummary.ts";

/** One rule that is not as it was, in words. */
export interface Change {
  readonly field: RuleName;
  readonly title: string;
  readonly before: string;
  readonly after: string;
}

/** What the second policy says otherwise than the first. */
export function changesOf(before: Policy, after: Policy): readonly Change[] {
  const [was, is] = [typedRules(before), typedRules(after)];
  return ruleNames
    .filter((field) => was[field] !== is[field])
    .map((field) => {
      const title = fieldTitle(field);
      if (field === "keepProfiles" || field === "keepWords") {
        const [noun, nouns] = field === "keepWords" ? ["word", "words"] : ["person", "people"];
        const [had, has] = [was[field], is[field]].map((lines) => lines.split("\n").filter(Boolean));
        const added = (has ?? []).filter((entry) => !had?.includes(entry));
        const gone = (had ?? []).filter((entry) => !has?.includes(entry));
        const parts = [
          ...(added.length > 0 ? [`added: ${few(added)}`] : []),
          ...(gone.length > 0 ? [`taken off: ${few(gone)}`] : []),
        ];
        const after = `${count(has?.length ?? 0, noun, nouns)} (${parts.length > 0 ? listed(parts) : "in another order"})`;
        return { field, title, before: count(had?.length ?? 0, noun, nouns), after };
      }
      return { field, title, before: inWords(field, was[field]), after: inWords(field, is[field]) };
    });
}

const most = 5;

function few(entries: readonly string[]): string {
  const shown = entries.slice(0, most).map((entry) => `“${entry}”`);
  const more = entries.length - shown.length;
  return listed(more > 0 ? [...shown, `${more} more`] : shown);
}

function inWords(field: RuleName, value: string): string {
  switch (field) {
    case "olderThanDays":
    case "noticeDays":
      return count(Number(value), "day");
    case "ignoreReceivedOlderThanDays":
      return value === "" ? "not touched" : `older than ${count(Number(value), "day")}`;
    case "perDay":
      return `${value} a day`;
    case "onlyWhenPendingOver":
      return value === "0" ? "always" : `more than ${value} pending`;
    case "keepWithNote":
      return value === "" ? "no" : "yes";
    case "keepNewest":
      return value === "0" ? "none" : value;
    case "digestDay":
      return value.charAt(0).toUpperCase() + value.slice(1);
    case "digestHour":
      return `${value.padStart(2, "0")}:00`;
    case "timezone":
    case "keepProfiles":
    case "keepWords":
      return value;
  }
}

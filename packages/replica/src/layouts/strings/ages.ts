import type { AgeForms, PluralForms } from "./table.ts";

/** Ages as CLDR words them, by `Intl.RelativeTimeFormat`: a form for each plural category that counts meet. */
export function agesFromCldr(locale: string, now: string): AgeForms {
  const auto = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const unit = (name: Intl.RelativeTimeFormatUnit) => formsFromCldr(locale, name);
  return {
    now,
    minute: unit("minute"),
    hour: unit("hour"),
    yesterday: auto.format(-1, "day"),
    day: unit("day"),
    week: unit("week"),
    month: unit("month"),
    year: unit("year"),
  };
}

/** Minutes go furthest, to 59. */
const mostCounted = 59;

function formsFromCldr(locale: string, unit: Intl.RelativeTimeFormatUnit): PluralForms {
  const always = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
  const rules = new Intl.PluralRules(locale);
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = {};
  for (let count = mostCounted; count > 0; count--)
    // Some forms name no number: the Arabic "two weeks" is one word.
    forms[rules.select(count)] = always
      .formatToParts(-count, unit)
      .map((part) => (part.type === "literal" ? part.value : "{n}"))
      .join("");
  return { ...forms, other: forms.other ?? always.format(-mostCounted, unit) };
}

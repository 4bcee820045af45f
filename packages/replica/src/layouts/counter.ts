import type { ListView } from "./layout.ts";

/** The number that the counter shows; null where it is missing or no number. */
export function counterOf(view: ListView): number | null {
  if (view.screen === "pages") return null;
  const { pill } = view.faults;
  if (pill === "missing") return null;
  if (pill === "exact") return view.total;
  return "number" in pill ? pill.number : null;
}

/** The counter's text, "People (1,100)"; null for no counter. */
export function counterText(view: ListView): string | null {
  if (view.screen === "pages" || view.faults.pill === "missing") return null;
  if (view.total === 0 && !view.faults.emptyPill) return null;
  const { pill } = view.faults;
  const number = counterOf(view);
  const shown =
    number === null
      ? typeof pill === "object" && "text" in pill
        ? pill.text
        : ""
      : new Intl.NumberFormat(view.strings.locale).format(number);
  return view.strings.people.replace("{n}", shown);
}

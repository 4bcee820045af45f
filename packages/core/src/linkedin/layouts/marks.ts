import { pattern } from "../words/matcher.ts";
import type { Layout } from "./layout.ts";
import { retired } from "./retired.ts";
import { v3b } from "./v3b.ts";
import { v4 } from "./v4.ts";
import { v5 } from "./v5.ts";
import { v6 } from "./v6.ts";

/** Every layout that is known, newest first. */
export const layouts: readonly Layout[] = [v6, v5, v4, v3b];

/** What our scripts in the page look for; it travels there as JSON. Selectors are CSS, words the sources of `iu` expressions. */
export interface Marks {
  readonly purpose: "sent" | "received" | "profile";
  /** A row's control that is ours to press: by an attribute, or by its words. */
  readonly act: string;
  readonly actWords: string;
  readonly confirm: string;
  readonly note: string;
  readonly counter: string;
  readonly list: string;
  readonly moreWords: string;
  readonly nextWords: string;
  readonly previousWords: string;
  readonly layouts: readonly { readonly name: string; readonly mark: string }[];
}

/** The marks of all layouts together: a page that mixes two of them is read by both. */
export const sentMarks: Marks = {
  purpose: "sent",
  act: together((layout) => layout.withdraw),
  actWords: pattern("withdraw"),
  confirm: together((layout) => layout.confirm),
  note: together((layout) => layout.note),
  counter: together((layout) => layout.counter),
  list: together((layout) => layout.list),
  moreWords: pattern("more"),
  nextWords: pattern("next"),
  previousWords: pattern("previous"),
  layouts: [...layouts, ...retired].map(({ name, mark }) => ({ name, mark })),
};

/** The Received list: no attribute of its controls is known, so only their words tell which one ignores. */
export const receivedMarks: Marks = {
  ...sentMarks,
  purpose: "received",
  act: "",
  actWords: pattern("ignore"),
  confirm: "",
  counter: together((layout) => layout.receivedCounter),
};

/** On a profile: what says that an invitation waits, or that pressing it withdraws (linkedin/README.md §3). */
export const profileMarks: Marks = {
  ...sentMarks,
  purpose: "profile",
  act: "",
  actWords: `${pattern("pending")}|${pattern("withdraw")}`,
  counter: "",
  list: "",
};

function together(part: (layout: Layout) => string): string {
  return layouts
    .map(part)
    .filter((selector) => selector !== "")
    .join(", ");
}

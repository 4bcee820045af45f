import type { Layout } from "../layouts/layout.ts";
import { layouts } from "../layouts/marks.ts";
import { retired } from "../layouts/retired.ts";
import type { ListKind } from "../list/listKind.ts";
import type { Kit } from "../page/kit.ts";

const parts = ["mark", "list", "counter", "withdraw", "note", "confirm"] as const;

/** One thing that a layout is read by. */
export interface Mark {
  readonly layout: string;
  /** What it marks. A note's is only there with a note, the one that confirms only in an open dialog. */
  readonly part: (typeof parts)[number];
  /** CSS, ours. */
  readonly selector: string;
}

export interface MarkFound extends Mark {
  /** How many elements of the page it selects. */
  readonly found: number;
}

/** Every mark by which a list is read, of every layout, the retired ones too, each alternative by itself. */
export function marksOf({ direction }: Pick<ListKind, "direction">): readonly Mark[] {
  const selector = (layout: Layout, part: Mark["part"]) =>
    layout[part === "counter" && direction === "received" ? "receivedCounter" : part];
  return [
    ...layouts.flatMap((layout) =>
      parts.flatMap((part) => alternatives(layout.name, part, selector(layout, part))),
    ),
    ...retired.flatMap(({ name, mark }) => alternatives(name, "mark", mark)),
  ];
}

function alternatives(layout: string, part: Mark["part"], selectors: string): Mark[] {
  const each = selectors.split(/,\s*/).filter((selector) => selector !== "");
  return each.map((selector) => ({ layout, part, selector }));
}

/** Runs in the page: how many elements each selector finds, and how many dialogs are open. */
export function countMarks(kit: Kit, selectors: readonly string[]): { found: number[]; dialogs: number } {
  return {
    found: selectors.map((selector) => document.querySelectorAll(selector).length),
    dialogs: kit.dialogs().length,
  };
}

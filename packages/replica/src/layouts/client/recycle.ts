import { hooked } from "./hooks.ts";
import { itemOf, type List, type Row, ruleOf } from "./list.ts";

const margin = 12;

/**
 * Takes rows that are far from the window out of the page and keeps their height with a spacer above and below
 * the rest, as recycling lists do. Returns what has to be called after every scroll and every change of the rows.
 */
export function recycle(list: List): () => void {
  const spacers = [0, 1].map(() => document.createElement("div"));
  const [above, below] = spacers;
  if (above === undefined || below === undefined) return () => undefined;
  const heights = new WeakMap<Row, number>();
  const heightOf = (row: Row) => {
    const known = heights.get(row);
    if (known !== undefined) return known;
    const height = (itemOf(row)?.getBoundingClientRect().height ?? 0) + 1;
    heights.set(row, height);
    return height;
  };
  const tail = hooked("tail");
  if (tail === null) return () => undefined;
  hooked("list")?.prepend(above);
  tail.before(below);
  return () => {
    const main = hooked("main");
    if (main === null || !below.isConnected) return;
    const tops: number[] = [];
    let sum = 0;
    for (const row of list.rows) {
      tops.push(sum);
      sum += heightOf(row);
    }
    // offsetTop counts from <main>, which is positioned.
    const top = main.scrollTop - above.offsetTop;
    const first = Math.max(0, tops.findIndex((at) => at >= top) - margin);
    const last = first + 2 * margin + Math.ceil(main.clientHeight / 96);
    list.rows.forEach((row, index) => {
      if (row.away === null && (index < first || index > last)) hide(row);
    });
    place(list.rows.slice(first, last + 1), below);
    above.style.height = `${tops[first] ?? 0}px`;
    below.style.height = `${Math.max(0, sum - (tops[last + 1] ?? sum))}px`;
  };
}

function hide(row: Row): void {
  const item = itemOf(row);
  if (item === null) return;
  const rule = ruleOf(row);
  rule?.remove();
  item.remove();
  row.away = { item, rule };
}

/** Puts the rows before `end`, in order; those that stand there already are not touched. */
function place(rows: readonly Row[], end: Element): void {
  let next: Element = end;
  for (const row of rows.toReversed()) {
    const item = itemOf(row);
    if (item === null) continue;
    const rule = ruleOf(row);
    if (!item.isConnected || item.nextElementSibling !== next)
      next.before(...[rule, item].filter((element) => element !== null));
    row.away = null;
    next = rule ?? item;
  }
}

import type { List, Row } from "./list.ts";

const margin = 12;

/**
 * Takes rows that are far from the window out of the page and keeps their height with a spacer above and below
 * the rest, as recycling lists do. Returns what has to be called after every change of the rows.
 */
export function recycle(workspace: Element, list: List, signal: AbortSignal): () => void {
  const spacers = [0, 1].map(() => document.createElement("div"));
  const [above, below] = spacers;
  const tail = list.column.lastElementChild;
  if (above === undefined || below === undefined || tail === null) return () => undefined;
  const heights = new WeakMap<Row, number>();
  list.column.prepend(above);
  tail.before(below);
  const heightOf = (row: Row) => {
    const known = heights.get(row);
    if (known !== undefined) return known;
    const height = row.item.getBoundingClientRect().height + 1;
    heights.set(row, height);
    return height;
  };
  const arrange = () => {
    const tops: number[] = [];
    let sum = 0;
    for (const row of list.rows) {
      tops.push(sum);
      sum += heightOf(row);
    }
    // offsetTop counts from <main>, which is positioned.
    const top = workspace.scrollTop - above.offsetTop;
    const first = Math.max(0, tops.findIndex((at) => at >= top) - margin);
    const last = first + 2 * margin + Math.ceil(workspace.clientHeight / 96);
    list.rows.forEach((row, index) => {
      const shown = index >= first && index <= last;
      if (!shown && row.item.isConnected) {
        row.rule?.remove();
        row.item.remove();
      }
    });
    place(list.rows.slice(first, last + 1), below);
    above.style.height = `${tops[first] ?? 0}px`;
    below.style.height = `${Math.max(0, sum - (tops[last + 1] ?? sum))}px`;
  };
  workspace.addEventListener("scroll", arrange, { signal });
  return arrange;
}

/** Puts the rows before `end`, in order; those that stand there already are not touched. */
function place(rows: readonly Row[], end: Element): void {
  let next: Element = end;
  for (const row of rows.toReversed()) {
    if (!row.item.isConnected || row.item.nextElementSibling !== next)
      next.before(...[row.rule, row.item].filter((e) => e !== null));
    next = row.rule ?? row.item;
  }
}

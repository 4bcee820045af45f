import type { Kit } from "./kit.ts";

/** How many rows there are after the list was scrolled to its end. */
export interface Scrolled {
  readonly rows: number;
  readonly atEnd: boolean;
}

/**
 * Scrolls whatever scrolls around the rows to its end. It first steps back: a list that is already at its end makes
 * no scroll event, and one event made while a load runs is lost.
 */
export function scrollToEnd(kit: Kit): Scrolled {
  const rows = kit.rows();
  let box: Element | null = rows.at(-1) ?? kit.main();
  const scrolls = (e: Element) =>
    e.scrollHeight > e.clientHeight + 2 && /auto|scroll|overlay/.test(getComputedStyle(e).overflowY);
  while (box !== null && !scrolls(box)) box = box.parentElement;
  const scroller = box ?? document.scrollingElement ?? document.documentElement;
  const end = scroller.scrollHeight - scroller.clientHeight;
  if (scroller.scrollTop >= end - 2) scroller.scrollTo({ top: Math.max(0, end - 120), behavior: "instant" });
  requestAnimationFrame(() => {
    scroller.scrollTo({ top: scroller.scrollHeight, behavior: "instant" });
  });
  return { rows: rows.length, atEnd: scroller.scrollTop >= end - 2 };
}

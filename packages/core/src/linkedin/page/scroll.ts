import type { Kit } from "./kit.ts";

/**
 * Scrolls whatever scrolls around the rows to its end. It first steps back: a list that is already at its end makes
 * no scroll event, and one event made while a load runs is lost.
 */
export function scrollToEnd(kit: Kit): null {
  let box: Element | null = kit.rows().at(-1) ?? kit.main();
  const scrolls = (e: Element) =>
    e.scrollHeight > e.clientHeight + 2 && /auto|scroll|overlay/.test(getComputedStyle(e).overflowY);
  while (box !== null && !scrolls(box)) box = box.parentElement;
  const scroller = box ?? document.scrollingElement ?? document.documentElement;
  const end = scroller.scrollHeight - scroller.clientHeight;
  if (scroller.scrollTop >= end - 2) scroller.scrollTo({ top: Math.max(0, end - 120), behavior: "instant" });
  requestAnimationFrame(() => {
    scroller.scrollTo({ top: scroller.scrollHeight, behavior: "instant" });
  });
  return null;
}

import type { Marks } from "../../layouts/marks.ts";
import type { Kit } from "../kit.ts";

/** Where to press, and what became of it. */
export function makePointer(kit: Kit, _marks: Marks): Pick<Kit, "aimAt" | "makeRoom" | "watchClick"> {
  return {
    aimAt: (control, row) => {
      const box = control.getBoundingClientRect();
      const x = box.x + box.width / 2;
      const y = box.y + box.height / 2;
      const top = document.elementFromPoint(x, y);
      return top !== null && control.contains(top)
        ? { kind: "clear", x, y, link: control.hasAttribute("href"), row, viewer: kit.viewer() }
        : { kind: "covered", by: top === null ? "nothing" : top.tagName.toLowerCase() };
    },

    // The last rows cannot be scrolled out from under a banner at the foot of the window unless there is room below.
    makeRoom: (control) => {
      const scrolls = (e: Element) =>
        e.scrollHeight > e.clientHeight + 2 && /auto|scroll/.test(getComputedStyle(e).overflowY);
      let scroller = control.parentElement;
      while (scroller !== null && !scrolls(scroller)) scroller = scroller.parentElement;
      const box = control.getBoundingClientRect();
      if (box.y + box.height / 2 > innerHeight / 2 + 1)
        (scroller ?? document.body).style.paddingBottom = "60vh";
    },

    /**
     * Watches the next click, from the outermost place it reaches. A Withdraw control may be a link whose handler is
     * not there yet: then nobody has taken the click by the time it gets here, the browser would follow the link away
     * from the list, and that is stopped and reported.
     */
    watchClick: (control) => {
      // Of two watches the second would see the link stopped by the first, and take that for a handler.
      globalThis.lapseClick?.forget();
      const state: NonNullable<typeof globalThis.lapseClick> = {
        state: "waiting",
        forget: () => globalThis.removeEventListener("click", seen),
      };
      globalThis.lapseClick = state;
      const link = control.closest("a[href]");
      const seen = (event: Event) => {
        state.forget();
        const unhandled = link !== null && !event.defaultPrevented && event.composedPath().includes(link);
        if (unhandled) event.preventDefault();
        state.state = unhandled ? "fell-through" : "handled";
      };
      globalThis.addEventListener("click", seen);
    },
  };
}

import type { Kit } from "./kit.ts";

declare global {
  /** Of our own script world only: what became of the last click that was watched. */
  var lapseClick: { state: "waiting" | "handled" | "fell-through" } | undefined;
}

/**
 * Watches the next click, from the outermost place it reaches. A Withdraw control may be a link whose handler is not
 * there yet: then nobody has taken the click by the time it gets here, the browser would follow the link away from
 * the list, and that is stopped and reported.
 */
export function watchClick(_kit: Kit, at: { x: number; y: number }): void {
  const state: NonNullable<typeof globalThis.lapseClick> = { state: "waiting" };
  globalThis.lapseClick = state;
  const link = document.elementFromPoint(at.x, at.y)?.closest("a[href]") ?? null;
  const seen = (event: Event) => {
    globalThis.removeEventListener("click", seen);
    const unhandled = link !== null && !event.defaultPrevented && event.composedPath().includes(link);
    if (unhandled) event.preventDefault();
    state.state = unhandled ? "fell-through" : "handled";
  };
  globalThis.addEventListener("click", seen);
}

export function clickSeen(_kit: Kit): "waiting" | "handled" | "fell-through" {
  return globalThis.lapseClick?.state ?? "waiting";
}

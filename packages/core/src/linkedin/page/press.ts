import type { Kit } from "./kit.ts";

declare global {
  /** Of our own script world only: what became of the last click that was watched. */
  var lapseClick: { state: "waiting" | "handled" | "fell-through"; forget: () => void } | undefined;
}

/** What became of the click that was watched; see `watchClick` of the kit. */
export function clickSeen(_kit: Kit): "waiting" | "handled" | "fell-through" {
  return globalThis.lapseClick?.state ?? "waiting";
}

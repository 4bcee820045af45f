import type { Aim } from "./aim.ts";
import type { Kit, Mover } from "./kit.ts";

export type MoverState = "none" | "ready" | "dead" | "several";

/** What the page offers for getting at more rows. */
export function moverStates(kit: Kit): Record<Mover, MoverState> {
  const state = (which: Mover): MoverState => {
    const found = kit.movers(which);
    const ready = found.filter((control) => !kit.dead(control));
    if (found.length === 0) return "none";
    return ready.length === 0 ? "dead" : ready.length === 1 ? "ready" : "several";
  };
  return { more: state("more"), next: state("next"), previous: state("previous") };
}

/** Where to press the one control of that kind. */
export function aimAtMover(kit: Kit, which: Mover): Aim {
  const ready = kit.movers(which).filter((control) => !kit.dead(control));
  const [only] = ready;
  if (only === undefined) return { kind: "absent" };
  if (ready.length > 1) return { kind: "ambiguous", count: ready.length };
  only.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  return kit.aimAt(only, null);
}

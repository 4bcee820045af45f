import type { Aim } from "../page/aim.ts";
import { stopOnTrouble } from "../visit/open.ts";
import type { Visit } from "../visit/visit.ts";
import { aimHovering, aimUntilClear, type Blocked, type Clear, listened, pressWatched } from "./aim.ts";

/** What became of pressing a control that opens a dialog. */
export type PressedAlive =
  | { readonly kind: "taken" }
  | { readonly kind: "blocked"; readonly blocked: Blocked }
  /** What was aimed at is not what was read; said in words. */
  | { readonly kind: "changed"; readonly why: string }
  /** The click led to another page. */
  | { readonly kind: "left" }
  /** Nothing on the page took two clicks. */
  | { readonly kind: "dead" };

/**
 * Presses a control until the page takes the click: one that is not alive yet gets one more try. `changed` looks at
 * what is under the pointer just before, and says why it must not be pressed. With `afterHover` the pointer goes there
 * first and what it does to the page is looked at: for a press that is itself the act. It costs a drawn frame.
 */
export async function pressAlive(
  visit: Visit,
  look: () => Promise<Aim>,
  changed: (aim: Clear) => string | null,
  afterHover = false,
): Promise<PressedAlive> {
  let listeners = 0;
  for (let attempt = 0; attempt < 2; attempt++) {
    if (!visit.alive) {
      const place = await aimUntilClear(visit, look);
      if (place.kind === "blocked") return { kind: "blocked", blocked: place };
      await listened(visit, place, listeners);
    }
    const aim = await (afterHover ? aimHovering(visit, look) : aimUntilClear(visit, look));
    if (aim.kind === "blocked") return { kind: "blocked", blocked: aim };
    const why = changed(aim);
    if (why !== null) return { kind: "changed", why };
    const pressed = await pressWatched(visit, aim);
    visit.alive = pressed === "handled";
    if (pressed === "handled") return { kind: "taken" };
    if (pressed === "left") return { kind: "left" };
    stopOnTrouble(visit, null);
    listeners = await visit.tab.clickListeners({ x: aim.x, y: aim.y });
  }
  return { kind: "dead" };
}

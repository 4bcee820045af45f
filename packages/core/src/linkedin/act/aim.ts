import { isStillProved } from "../account/account.ts";
import { isBeingReplaced } from "../account/replaced.ts";
import type { Aim } from "../page/aim.ts";
import { clickSeen } from "../page/press.ts";
import { askAgain } from "../visit/ask.ts";
import { until, type Visit } from "../visit/visit.ts";

export type Clear = Extract<Aim, { kind: "clear" }>;
export type Blocked = {
  readonly kind: "blocked";
  /** `control`: it is there, and cannot be pressed or reached. */
  readonly why: "absent" | "control" | "other";
  readonly words: string;
};

/** How long a toast, a banner or an animation may lie over a control before it counts as blocked. */
const clearWithinMs = 8_000;
/** A row or a dialog that is not there after this long is not there. */
const absentAfterMs = 1_500;

/**
 * Looks again until the control that is meant lies free under the pointer, or for long enough to give it up. The same
 * look tells who is signed in: on another member's page nothing is pressed, and one that does not say who it is
 * counts as one where the control is not. Throws SweepStop.
 */
export async function aimUntilClear(visit: Visit, look: () => Promise<Aim>): Promise<Clear | Blocked> {
  const from = visit.clock.now();
  let last: Aim = { kind: "absent" };
  const clear = await until<Clear | Blocked>(visit, clearWithinMs, async () => {
    last = await look();
    if (last.kind === "clear") {
      if (!isBeingReplaced(visit) && isStillProved(visit.account, last.viewer)) return last;
      last = { kind: "absent" };
    }
    const gone = last.kind === "absent" && visit.clock.now() - from > absentAfterMs;
    return gone || last.kind === "ambiguous" ? blockedBy(last) : null;
  });
  return clear ?? blockedBy(last);
}

/** Aims with the pointer already there: a page can put something else in its place the moment it comes. */
export async function aimHovering(visit: Visit, look: () => Promise<Aim>): Promise<Clear | Blocked> {
  for (let tries = 0; tries < 3; tries++) {
    const aim = await aimUntilClear(visit, look);
    if (aim.kind === "blocked") return aim;
    await visit.tab.hover(aim);
    const after = await look();
    if (JSON.stringify(after) === JSON.stringify(aim)) return aim;
  }
  return { kind: "blocked", why: "other", words: "its control moves away from the pointer" };
}

function blockedBy(aim: Aim): Blocked {
  switch (aim.kind) {
    case "absent":
      return { kind: "blocked", why: "absent", words: "its control is no longer on the page" };
    case "ambiguous":
      return { kind: "blocked", why: "other", words: `${aim.count} controls on the page answer to it` };
    case "dead":
      return { kind: "blocked", why: "control", words: "its control cannot be pressed" };
    case "covered":
      return { kind: "blocked", why: "control", words: "something lies over its control" };
    case "clear":
      return { kind: "blocked", why: "other", words: "its control moved" };
  }
}

export type Pressed = "handled" | "fell-through" | "left";

/** Presses where aiming armed the watch, and says whether the page took the click or a link would have been followed (which is stopped). */
export async function pressWatched(visit: Visit, at: Clear): Promise<Pressed> {
  const { tab } = visit;
  const address = tab.url();
  await tab.press({ x: at.x, y: at.y });
  const seen = await until(visit, 1_000, async () => {
    if (tab.url() !== address) return "left" as const;
    const state = await askAgain(visit, clickSeen, null);
    return state === "waiting" ? null : state;
  });
  // A handler may keep the click from getting this far: then it was handled.
  return seen ?? "handled";
}

const hydrationWithinMs = 6_000;

/** Waits until something on the page listens for clicks at this point, more than `beyond` listeners. */
export async function listened(visit: Visit, at: Clear, beyond: number): Promise<boolean> {
  const heard = await until(visit, hydrationWithinMs, async () =>
    (await visit.tab.clickListeners({ x: at.x, y: at.y })) > beyond ? true : null,
  );
  return heard ?? false;
}

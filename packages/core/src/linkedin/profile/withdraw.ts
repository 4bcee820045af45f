import { labelNow } from "../../invitation/clock.ts";
import { sentAtOfId } from "../../invitation/id.ts";
import { awaitConfirmation, closeDialogs } from "../act/confirm.ts";
import { confirmAndProve, preparedAnother, refuse } from "../act/confirmPress.ts";
import { ledAway } from "../act/ledAway.ts";
import { pressAlive } from "../act/pressAlive.ts";
import type { Attempt } from "../act/withdraw.ts";
import { aimAtPending, type ProfileControl } from "../page/profile.ts";
import { askAgain } from "../visit/ask.ts";
import { clocksOf, type Visit } from "../visit/visit.ts";
import { proveOnProfile } from "./prove.ts";
import type { ProfileReading } from "./read.ts";

/** A profile that is read, is certainly the right one, and shows Pending. */
export type PendingProfile = Extract<ProfileReading, { kind: "read" }>;

const leftProfile = "the click led away from the profile";

/**
 * Withdraws the invitation to the person whose profile is open: press Pending, check the dialog that comes, press the
 * one that confirms, prove what happened. A `doubt` wants a fresh load of the page to settle it. Throws SweepStop only
 * while nothing was confirmed.
 */
export async function withdrawOnProfile(
  visit: Visit,
  { meant, others, shape, pending }: PendingProfile,
  beforeConfirm: () => Promise<string | null>,
): Promise<Attempt> {
  if (pending.kind === "none") return { kind: "gone" };
  const standing = shape.dialogs === 0 ? [] : await closeDialogs(visit);
  const pressed = { standing, mark: visit.tab.mark(), address: visit.tab.url() };
  const opened = await pressPending(visit, shape.headings.find((text) => text !== "") ?? "", pending);
  if (opened !== null) return opened;

  const list = [meant, ...others];
  const seen = await awaitConfirmation(
    visit,
    { meant, list: [meant, ...named(shape.people, meant)] },
    pressed,
  );
  if (seen.kind === "refused") return refuse(visit, seen.why === ledAway ? leftProfile : seen.why);
  const confirmed = { meant, list, mayBe: (id: string) => isPast(visit, id) };
  if (preparedAnother(visit, pressed.mark, confirmed))
    return refuse(visit, "LinkedIn prepared the withdrawal of another invitation");
  const no = await beforeConfirm();
  if (no !== null) {
    await closeDialogs(visit);
    return { kind: "held", reason: no };
  }
  return confirmAndProve(visit, confirmed, seen.confirmation, (after) =>
    proveOnProfile(visit, { meant, before: shape, ...after }),
  );
}

/** Presses one of the person's Pending controls; null when the page took the click. */
async function pressPending(
  visit: Visit,
  heading: string,
  { own, idle }: Extract<PendingProfile["pending"], { kind: "pending" }>,
): Promise<Attempt | null> {
  const target = { heading, own: own.map(called), idle: idle.map(called) };
  const pressed = await pressAlive(
    visit,
    () => askAgain(visit, aimAtPending, target),
    () => null,
  );
  switch (pressed.kind) {
    case "taken":
      return null;
    case "blocked":
      return pressed.blocked.why === "absent"
        ? { kind: "gone" }
        : { kind: "failed", reason: pressed.blocked.words };
    case "changed":
      return { kind: "failed", reason: pressed.why };
    case "left":
      return { kind: "failed", reason: leftProfile };
    case "dead":
      return { kind: "failed", reason: "its Pending control stays dead" };
  }
}

function called({ name, text }: ProfileControl): { name: string; text: string } {
  return { name, text };
}

/** Other people on the page, by name only: a dialog that names one of them is theirs. */
function named(people: readonly string[], meant: PendingProfile["meant"]): PendingProfile["meant"][] {
  // "3 more" is nobody's name, and stands in other texts by chance.
  return people
    .filter((name) => /\p{L}{2}/u.test(name) && name.length > 4)
    .map((name) => ({ ...meant, invitation: { ...meant.invitation, name } }));
}

/** An id that the page did not show can be the meant one's, if it holds a time that is over. */
function isPast(visit: Visit, id: string): boolean {
  const sentAt = sentAtOfId(id);
  return sentAt !== null && sentAt <= labelNow(clocksOf(visit));
}

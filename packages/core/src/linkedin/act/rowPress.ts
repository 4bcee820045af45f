import { labelNow } from "../../invitation/clock.ts";
import { sentAtOfId } from "../../invitation/id.ts";
import { labelAgrees } from "../../invitation/label.ts";
import type { Listed } from "../list/list.ts";
import { type ListKind, sentList } from "../list/listKind.ts";
import { readRow } from "../list/row.ts";
import { aimAtRow, type Target } from "../page/aim.ts";
import type { OpenDialog } from "../page/dialog.ts";
import type { RowShape } from "../page/rows.ts";
import { callRoll, type RollCall } from "../page/rows.ts";
import { askAgain } from "../visit/ask.ts";
import { clocksOf, type Visit } from "../visit/visit.ts";
import { aimUntilClear, type Blocked, type Clear } from "./aim.ts";
import { closeDialogs } from "./confirm.ts";
import { ledAway } from "./ledAway.ts";
import { pressAlive } from "./pressAlive.ts";
import type { Attempt } from "./withdraw.ts";

/** What proved the last withdrawal serves as this one's beginning for a moment: it costs a layout of the page. */
const freshMs = 500;

/** The list before a press, and the dialogs that are open and stay: none of them asks anything. */
export async function atRest(
  visit: Visit,
): Promise<{ readonly before: RollCall; readonly standing: readonly OpenDialog[] }> {
  const glance = justProved(visit) ?? (await askAgain(visit, callRoll, null));
  if (glance.dialogs === 0) return { before: glance, standing: [] };
  const standing = await closeDialogs(visit);
  return { before: await askAgain(visit, callRoll, null), standing };
}

function justProved({ proved, clock }: Visit): RollCall | null {
  return proved !== null && proved.roll.dialogs === 0 && clock.now() - proved.at < freshMs
    ? proved.roll
    : null;
}

/** Presses the row's own control; null when the page took the click, which `acted` may tell sooner than the click. */
export async function pressRow(
  visit: Visit,
  meant: Listed,
  target: Target,
  acted = () => false,
): Promise<Attempt | null> {
  const pressed = await pressAlive(
    visit,
    () => askAgain(visit, aimAtRow, target),
    (aim) => (acted() ? "acted" : changedSince(visit, aim, meant)),
    visit.list.direction === "received",
  );
  if (acted()) return null;
  switch (pressed.kind) {
    case "taken":
      return null;
    case "blocked":
      return blocked(pressed.blocked);
    case "changed":
      return { kind: "failed", reason: pressed.why };
    case "left":
      return { kind: "failed", reason: ledAway, because: "control" };
    case "dead":
      return { kind: "failed", reason: `its ${visit.list.control} control stays dead`, because: "control" };
  }
}

/** Why the row's control is not to be pressed, before anything is; null where it lies free under the pointer. */
export async function lookAtRow(visit: Visit, meant: Listed, target: Target): Promise<Attempt | null> {
  const aim = await aimUntilClear(visit, () => askAgain(visit, aimAtRow, target));
  if (aim.kind === "blocked") return blocked(aim);
  const why = changedSince(visit, aim, meant);
  return why === null ? null : { kind: "failed", reason: why };
}

function changedSince({ list }: Visit, { row }: Clear, meant: Listed): string | null {
  return row !== null && tellsTheSame(row, meant, list) ? null : "its row changed since it was read";
}

/** A row that says something else than it did when the plan was made is no longer what the plan decided about. */
function tellsTheSame(shape: RowShape, { invitation, entry }: Listed, list: ListKind): boolean {
  const row = readRow(shape, list === sentList && !shape.parts.some((part) => part.act), list);
  if (typeof row !== "object") return false;
  return (
    row.headline === (invitation.headline ?? "") &&
    row.label === invitation.label &&
    // What the data say of a note counts as well; a row that shows one of its own since then has changed.
    (row.hasNote === invitation.hasNote || entry?.hasNote === true)
  );
}

function blocked({ why, words }: Blocked): Attempt {
  switch (why) {
    case "absent":
      return { kind: "gone" };
    case "control":
      return { kind: "failed", reason: words, because: "control" };
    case "other":
      return { kind: "failed", reason: words };
  }
}

/** Whether an id that the page did not show can be the meant one's: its time and the age shown must agree. */
export function agreesWithLabel(visit: Visit, { invitation }: Listed, id: string): boolean {
  const sentAt = sentAtOfId(id);
  if (sentAt === null || invitation.label === null) return false;
  const age = labelNow(clocksOf(visit)) - sentAt;
  return labelAgrees(invitation.label, age, visit.language) || labelAgrees(invitation.label, age);
}

/** The key by which the roll call names this row. */
export function rolledAs({ target }: Listed): { profileHref: string | null; label: string } {
  return { profileHref: target?.profileHref ?? null, label: target?.label ?? "" };
}

import { labelNow } from "../invitation/clock.ts";
import { sentAtOfId } from "../invitation/id.ts";
import { labelAgrees } from "../invitation/label.ts";
import type { Blocked } from "./aim.ts";
import { askAgain } from "./ask.ts";
import { awaitConfirmation, closeDialogs } from "./confirm.ts";
import { confirmAndProve, preparedAnother, refuse } from "./confirmPress.ts";
import { ledAway } from "./ledAway.ts";
import type { Listed } from "./list.ts";
import { aimAtRow, type Target } from "./page/aim.ts";
import type { RowShape } from "./page/rows.ts";
import { callRoll, type RollCall } from "./page/rows.ts";
import { goToPage } from "./pages.ts";
import { pressAlive } from "./pressAlive.ts";
import { prove } from "./prove.ts";
import { readRow } from "./row.ts";
import type { SweepStop } from "./stop.ts";
import { clocksOf, type Visit } from "./visit.ts";

/** What became of one attempt. `stop` ends the sweep as well. */
export type Attempt =
  | { readonly kind: "withdrawn" }
  /** Refused or not possible, and nothing changed. */
  | {
      readonly kind: "failed";
      readonly reason: string;
      readonly stop?: SweepStop;
      /** Given where nothing but the control stood in the way: the page took no click, and nothing was asked. */
      readonly because?: "control";
    }
  /** It is no longer on the page; only a fresh load can tell whether it was answered. */
  | { readonly kind: "gone" }
  /** The last look before the click said no. */
  | { readonly kind: "held"; readonly reason: string }
  /** Confirmed, and the page does not prove it. */
  | { readonly kind: "unverified"; readonly reason: string; readonly stop?: SweepStop }
  /**
   * Confirmed, and only a fresh load of the list can tell. `moved`: the page left the list by itself, so its signs
   * could not be read. `refused`: LinkedIn said no, and yet the row is gone.
   */
  | { readonly kind: "doubt"; readonly reason: string; readonly because: "moved" | "refused" | "unchanged" };

export interface AttemptInput {
  readonly meant: Listed;
  readonly list: readonly Listed[];
  /** Asked with the dialog open, just before the click that counts: null to go on, else why not. */
  readonly beforeConfirm: () => Promise<string | null>;
}

/**
 * Withdraws one invitation by hand, as it were: press its Withdraw, check the dialog that comes, press the one that
 * confirms, prove what happened. Throws SweepStop only while nothing was confirmed.
 */
export async function withdrawOne(visit: Visit, input: AttemptInput): Promise<Attempt> {
  const { meant, list } = input;
  const { tab } = visit;
  if (meant.target === null) return { kind: "failed", reason: "its control is not known" };
  await goToPage(visit, meant.page);
  const glance = justProved(visit) ?? (await askAgain(visit, callRoll, null));
  const standing = glance.dialogs === 0 ? [] : await closeDialogs(visit);
  const before = glance.dialogs === 0 ? glance : await askAgain(visit, callRoll, null);
  const mark = tab.mark();
  const opened = await pressRow(visit, meant, meant.target);
  if (opened !== null) return opened;

  const seen = await awaitConfirmation(visit, input, standing, mark);
  if (seen.kind === "refused") return refuse(visit, seen.why);
  const confirmed = { meant, list, mayBe: (id: string) => agreesWithLabel(visit, meant, id) };
  if (preparedAnother(visit, mark, confirmed)) {
    return refuse(visit, "LinkedIn prepared the withdrawal of another invitation");
  }
  const no = await input.beforeConfirm();
  if (no !== null) {
    await closeDialogs(visit);
    return { kind: "held", reason: no };
  }
  return confirmAndProve(visit, confirmed, seen.confirmation, (after) =>
    prove(visit, { target: keyOf(meant), before, ...after }),
  );
}

/** What proved the last withdrawal serves as this one's beginning for a moment: it costs a layout of the page. */
const freshMs = 500;

function justProved({ proved, clock }: Visit): RollCall | null {
  return proved !== null && proved.roll.dialogs === 0 && clock.now() - proved.at < freshMs
    ? proved.roll
    : null;
}

/** Presses the row's Withdraw; null when the page took the click. */
async function pressRow(visit: Visit, meant: Listed, target: Target): Promise<Attempt | null> {
  const pressed = await pressAlive(
    visit,
    () => askAgain(visit, aimAtRow, target),
    (aim) => (aim.row !== null && tellsTheSame(aim.row, meant) ? null : "its row changed since it was read"),
  );
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
      return { kind: "failed", reason: "its Withdraw control stays dead", because: "control" };
  }
}

/** A row that says something else than it did when the plan was made is no longer what the plan decided about. */
function tellsTheSame(shape: RowShape, { invitation }: Listed): boolean {
  const row = readRow(shape, !shape.parts.some((part) => part.act));
  if (typeof row !== "object") return false;
  return (
    row.headline === invitation.headline &&
    row.label === invitation.label &&
    row.hasNote === invitation.hasNote
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
function agreesWithLabel(visit: Visit, { invitation }: Listed, id: string): boolean {
  const sentAt = sentAtOfId(id);
  if (sentAt === null || invitation.label === null) return false;
  const age = labelNow(clocksOf(visit)) - sentAt;
  return labelAgrees(invitation.label, age, visit.language) || labelAgrees(invitation.label, age);
}

/** The key by which the roll call names this row. */
function keyOf({ target }: Listed): { profileHref: string | null; label: string } {
  return { profileHref: target?.profileHref ?? null, label: target?.label ?? "" };
}

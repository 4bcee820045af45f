import { comparable } from "../plan/text.ts";
import { aimUntilClear } from "./aim.ts";
import { askAgain } from "./ask.ts";
import { ledAway } from "./ledAway.ts";
import type { Listed } from "./list.ts";
import { stopOnTrouble } from "./open.ts";
import { aimInDialog, type OpenDialog, readDialogs } from "./page/dialog.ts";
import { callRoll } from "./page/rows.ts";
import { isWork, troubleStop } from "./verdict.ts";
import { until, type Visit } from "./visit.ts";

const withdraw = /^withdraw(?:n)? invitation sent to (.+)$/i;
const cancel = /^(cancel|dismiss|close|not now|no thanks|got it)$/i;
/** A dialog is fetched from the server: eight seconds were seen, and some never come. */
const dialogWithinMs = 13_000;
const afterFailureMs = 700;

/** The confirmation that is open, and which of its controls confirms. */
export interface Confirmation {
  readonly dialog: OpenDialog;
  readonly control: number;
}

export type DialogSeen =
  | { readonly kind: "confirmation"; readonly confirmation: Confirmation }
  | { readonly kind: "refused"; readonly why: string };

/**
 * Waits for the one new dialog that asks to confirm the withdrawal from this person. Dialogs that were open before
 * (the messaging overlay is one, to a screen reader) do not count; one that names somebody else is cancelled.
 */
export async function awaitConfirmation(
  visit: Visit,
  meant: Listed,
  before: readonly OpenDialog[],
  mark: number,
): Promise<DialogSeen> {
  const { tab, clock } = visit;
  const address = tab.url();
  let failedAt = 0;
  const seen = await until<DialogSeen>(visit, dialogWithinMs, async () => {
    stopOnTrouble(visit, null);
    if (tab.url() !== address) return { kind: "refused", why: ledAway };
    const fresh = newDialogs(await askAgain(tab, readDialogs, null), before);
    const asking = fresh.filter((dialog) => dialog.controls.some((control) => asks(control.name, meant)));
    const [only] = asking;
    if (only !== undefined && asking.length === 1) return judge(only, meant);
    if (asking.length > 1) return { kind: "refused", why: "more than one dialog asked at once" };
    const failed = tab
      .exchanges(mark)
      .some((e) => isWork(e) && e.ended && (e.failure !== null || (e.status ?? 0) >= 400));
    if (failed && failedAt === 0) failedAt = clock.now();
    return failedAt > 0 && clock.now() - failedAt > afterFailureMs
      ? { kind: "refused", why: "its dialog failed to load" }
      : null;
  });
  if (seen === null && (await challenged(visit))) throw troubleStop("challenged");
  return seen ?? { kind: "refused", why: "its dialog never came" };
}

/** A control that confirms a withdrawal: by its words, or (in other languages) by the very name of the row's own. */
function asks(name: string, meant: Listed): boolean {
  return withdraw.test(name) || name === meant.target?.label;
}

function judge(dialog: OpenDialog, meant: Listed): DialogSeen {
  const controls = dialog.controls.flatMap((control, i) => (asks(control.name, meant) ? [i] : []));
  const [control] = controls;
  if (control === undefined || controls.length > 1)
    return { kind: "refused", why: "its dialog has more than one Withdraw control" };
  const label = dialog.controls[control]?.name ?? "";
  const named = withdraw.exec(label)?.[1] ?? null;
  if (
    named === null ? label !== meant.target?.label : comparable(named) !== comparable(meant.invitation.name)
  )
    return { kind: "refused", why: "its dialog names another person" };
  return { kind: "confirmation", confirmation: { dialog, control } };
}

function newDialogs(now: readonly OpenDialog[], before: readonly OpenDialog[]): OpenDialog[] {
  const known = before.map((dialog) => dialog.text);
  return now.filter((dialog) => {
    const at = known.indexOf(dialog.text);
    if (at < 0) return true;
    known.splice(at, 1);
    return false;
  });
}

async function challenged(visit: Visit): Promise<boolean> {
  return (await askAgain(visit.tab, callRoll, null)).captcha;
}

export function aimAtConfirm(visit: Visit, { dialog, control }: Confirmation) {
  const target = {
    index: dialog.index,
    heading: dialog.heading,
    control,
    name: dialog.controls[control]?.name ?? "",
  };
  return aimUntilClear(visit, () => askAgain(visit.tab, aimInDialog, target));
}

/**
 * Closes what is open and asks: a confirmation that is not wanted, or one that was left over. Only controls that
 * cancel are ever pressed here, or Escape where none is known by its words. Returns the dialogs that stay open
 * because they are none of ours.
 */
export async function closeDialogs(visit: Visit): Promise<readonly OpenDialog[]> {
  for (let round = 0; round < 3; round++) {
    const open = await askAgain(visit.tab, readDialogs, null);
    const ours = open.find(
      (dialog) => dialog.native || dialog.controls.some((control) => withdraw.test(control.name)),
    );
    if (ours === undefined) return open;
    await closeOne(visit, ours);
    await until(visit, 2_000, async () =>
      (await askAgain(visit.tab, readDialogs, null)).length < open.length ? true : null,
    );
  }
  return await askAgain(visit.tab, readDialogs, null);
}

async function closeOne(visit: Visit, dialog: OpenDialog): Promise<void> {
  const control = dialog.controls.findIndex((each) => cancel.test(each.name) || cancel.test(each.text));
  const aim = control < 0 ? null : await aimAtConfirm(visit, { dialog, control });
  if (aim?.kind === "clear") await visit.tab.press(aim);
  else await visit.tab.escape();
}

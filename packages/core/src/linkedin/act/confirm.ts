import { comparable } from "../../plan/text.ts";
import type { Listed } from "../list/list.ts";
import { type ListKind, nameInControl, receivedList } from "../list/listKind.ts";
import { aimInDialog, type OpenDialog, readDialogs } from "../page/dialog.ts";
import { callRoll } from "../page/rows.ts";
import { askAgain } from "../visit/ask.ts";
import { stopOnTrouble } from "../visit/open.ts";
import { isWork, troubleStop } from "../visit/verdict.ts";
import { until, type Visit } from "../visit/visit.ts";
import { is, says } from "../words/matcher.ts";
import { aimUntilClear } from "./aim.ts";
import { ledAway } from "./ledAway.ts";

/** A dialog is fetched from the server: eight seconds were seen, and some never come. */
const dialogWithinMs = 13_000;
const afterFailureMs = 700;

/** The confirmation that is open, and which of its controls confirms. */
export interface Confirmation {
  readonly dialog: OpenDialog;
  readonly control: number;
  /** Whether the dialog says whom it is about; where it does not, the request has to. */
  readonly named: boolean;
}

export type DialogSeen =
  | { readonly kind: "confirmation"; readonly confirmation: Confirmation }
  | { readonly kind: "refused"; readonly why: string };

/** How the page was before the control was pressed. */
export interface BeforePress {
  /** Dialogs that were open already: the messaging overlay is one, to a screen reader. */
  readonly standing: readonly OpenDialog[];
  readonly mark: number;
  readonly address: string;
}

/**
 * Waits for the one new dialog that asks to confirm the withdrawal from this person. Dialogs that were open before
 * do not count; one that names somebody else is cancelled.
 */
export async function awaitConfirmation(
  visit: Visit,
  { meant, list }: { readonly meant: Listed; readonly list: readonly Listed[] },
  { standing, mark, address }: BeforePress,
): Promise<DialogSeen> {
  const { tab, clock } = visit;
  const others = list.map((each) => each.invitation.name);
  let failedAt = 0;
  const seen = await until<DialogSeen>(visit, dialogWithinMs, async () => {
    stopOnTrouble(visit, null);
    if (tab.url() !== address) return { kind: "refused", why: ledAway };
    const asked = await dialogAsking(visit, meant, others, standing);
    if (asked !== null) return asked;
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

/** What the one new dialog asks; null while there is none. */
export async function dialogAsking(
  visit: Visit,
  meant: Listed,
  others: readonly string[],
  before: readonly OpenDialog[],
): Promise<DialogSeen | null> {
  const fresh = newDialogs(await dialogsOf(visit), before);
  const asking = fresh.filter((dialog) => confirming(visit.list, dialog, meant).length > 0);
  const [only] = asking;
  if (only !== undefined && asking.length === 1) return judge(visit.list, only, meant, others);
  return asking.length > 1 ? { kind: "refused", why: "more than one dialog asked at once" } : null;
}

const dialogsOf = (visit: Visit) => askAgain(visit, readDialogs, visit.marks.confirm);

/**
 * Which controls of a dialog confirm: by an attribute, by a word for it in any language, or by the very name that the
 * row's own control has.
 */
function confirming(list: ListKind, dialog: OpenDialog, meant: Listed): number[] {
  return dialog.controls.flatMap((control, i) => {
    if (is("cancel", control.name) || is("cancel", control.text)) return [];
    if (list === receivedList && (says("accept", control.name) || says("accept", control.text))) return [];
    const confirms = control.marked || control.name === meant.target?.label || says(list.word, control.name);
    return confirms ? [i] : [];
  });
}

function judge(list: ListKind, dialog: OpenDialog, meant: Listed, others: readonly string[]): DialogSeen {
  const [control, second] = confirming(list, dialog, meant);
  if (control === undefined || second !== undefined)
    return { kind: "refused", why: `its dialog has more than one ${list.control} control` };
  const { name: label, marked } = dialog.controls[control] ?? { name: "", marked: false };
  const whom = whoIsNamed(list, label, dialog.text, meant.invitation.name, others);
  if (whom === "another") return { kind: "refused", why: "its dialog names another person" };
  // A word that is not known may do anything; an attribute that says what it does may have any word.
  if (whom === "unknown" && !marked)
    return { kind: "refused", why: "its dialog does not say whom it is about" };
  return { kind: "confirmation", confirmation: { dialog, control, named: whom === "meant" } };
}

/**
 * Whom a dialog is about: first by its confirming control, which names the person in every layout but the Ember one;
 * else by its text. A longer name that holds the meant one ("Jon Same-Smith") is another person's.
 */
function whoIsNamed(
  list: ListKind,
  label: string,
  text: string,
  name: string,
  others: readonly string[],
): "meant" | "another" | "nobody" | "unknown" {
  const mine = comparable(name);
  const holds = (whole: string) => {
    const held = comparable(whole);
    const longer = others.map(comparable).filter((other) => other !== mine && held.includes(other));
    if (longer.some((other) => other.includes(mine) || !held.includes(mine))) return "another";
    return held.includes(mine) ? "meant" : "nobody";
  };
  const english = nameInControl(list, label);
  if (english !== null) return comparable(english) === mine ? "meant" : "another";
  if (is(list.word, label) || label === "") return holds(text);
  const whom = holds(label);
  return whom === "nobody" ? "unknown" : whom;
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
  return (await askAgain(visit, callRoll, null)).captcha;
}

export function aimAtConfirm(visit: Visit, { dialog, control }: Confirmation) {
  const target = {
    index: dialog.index,
    heading: dialog.heading,
    control,
    name: dialog.controls[control]?.name ?? "",
  };
  return aimUntilClear(visit, () => askAgain(visit, aimInDialog, target));
}

/**
 * Closes what is open and asks: a confirmation that is not wanted, or one that was left over. Only controls that
 * cancel are ever pressed here, or Escape where none is known by its words. Returns the dialogs that stay open
 * because they are none of ours.
 */
export async function closeDialogs(visit: Visit): Promise<readonly OpenDialog[]> {
  for (let round = 0; round < 3; round++) {
    const open = await dialogsOf(visit);
    const ours = open.find(
      (dialog) =>
        dialog.native ||
        dialog.controls.some((control) => control.marked || says(visit.list.word, control.name)),
    );
    if (ours === undefined) return open;
    await closeOne(visit, ours);
    await until(visit, 2_000, async () => ((await dialogsOf(visit)).length < open.length ? true : null));
  }
  return await dialogsOf(visit);
}

async function closeOne(visit: Visit, dialog: OpenDialog): Promise<void> {
  const control = dialog.controls.findIndex((each) => is("cancel", each.name) || is("cancel", each.text));
  const aim = control < 0 ? null : await aimAtConfirm(visit, { dialog, control, named: false });
  if (aim?.kind === "clear") await visit.tab.press(aim);
  else await visit.tab.escape();
}

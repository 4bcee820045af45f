import { goToPage } from "../list/pages.ts";
import { invitationKeys } from "../list/roll.ts";
import type { Target } from "../page/aim.ts";
import type { OpenDialog } from "../page/dialog.ts";
import { callRoll, type RollCall } from "../page/rows.ts";
import { askAgain } from "../visit/ask.ts";
import { stopOnTrouble } from "../visit/open.ts";
import { PageSilent, SweepStop } from "../visit/stop.ts";
import { TabLost } from "../visit/tab.ts";
import { until, type Visit } from "../visit/visit.ts";
import { is } from "../words/matcher.ts";
import { acts, wallBeside } from "./answer.ts";
import { aimAtConfirm, type DialogSeen, dialogAsking } from "./confirm.ts";
import { type Confirmed, refuse } from "./confirmPress.ts";
import { guardAgainstActs, guardButFor } from "./guard.ts";
import { prove, targetKey } from "./prove.ts";
import { agreesWithLabel, atRest, lookAtRow, pressRow, rolledAs } from "./rowPress.ts";
import type { Attempt, AttemptInput } from "./withdraw.ts";

/** A dialog that may come or not is waited for as long as the withdrawal's, which took up to eight seconds. */
const reactionWithinMs = 13_000;

/**
 * Ignores one received invitation by hand, as it were: press its Ignore and prove what happened. The press itself may
 * be the act, so everything is asked before it; only that one act may leave, and Accept never. Should a dialog ask, it
 * is confirmed only where it names this person, or nobody, and its control says Ignore.
 */
export async function ignoreOne(visit: Visit, input: AttemptInput): Promise<Attempt> {
  const { meant, list } = input;
  if (meant.target === null) return { kind: "failed", reason: "its control is not known" };
  stopOnTrouble(visit, null);
  await goToPage(visit, meant.page);
  const { before, standing } = await atRest(visit);
  const blocked = await lookAtRow(visit, meant, meant.target);
  if (blocked !== null) return blocked;
  const no = await input.beforeConfirm();
  if (no !== null) return { kind: "held", reason: no };

  const confirmed = { meant, list, mayBe: (id: string) => agreesWithLabel(visit, meant, id) };
  const mark = visit.tab.mark();
  visit.hands.full = true;
  try {
    return await press(visit, { confirmed, target: meant.target, before, standing, mark });
  } catch (stop) {
    if (stop instanceof PageSilent || stop instanceof TabLost)
      return { kind: "unverified", reason: "the page stopped answering at the click" };
    if (!(stop instanceof SweepStop)) throw stop;
    // A wall that the press met, or the time was over: only where nothing was asked has nothing changed.
    const asked = visit.tab.exchanges(mark).some(acts(visit));
    return { kind: asked ? "unverified" : "failed", reason: "the sweep had to stop at the click", stop };
  } finally {
    guardAgainstActs(visit);
    visit.hands.full = false;
  }
}

interface Press {
  readonly confirmed: Confirmed;
  readonly target: Target;
  readonly before: RollCall;
  readonly standing: readonly OpenDialog[];
  readonly mark: number;
}

async function press(visit: Visit, at: Press): Promise<Attempt> {
  const { tab, list } = visit;
  const { meant } = at.confirmed;
  // A control that names the person makes the request that follows theirs; another request has to name them.
  const named = !is(list.word, at.target.label);
  let wasStopped = guardButFor(visit, at.confirmed, named);
  const acted = () => wasStopped() || tab.exchanges(at.mark).some(acts(visit));
  const refused = await pressRow(visit, meant, at.target, acted);
  // From here on the intent is written: a row that left at the last moment has to be accounted for.
  if (refused?.kind === "gone") return { kind: "failed", reason: "its row left the page at the last moment" };
  if (refused !== null) return refused;

  const seen = await reaction(visit, at, acted);
  if (seen === null)
    return { kind: "doubt", reason: "the page did not react to the click", because: "unchanged" };
  if (seen !== "acted") {
    if (seen.kind === "refused") return refuse(visit, seen.why);
    const aim = await aimAtConfirm(visit, seen.confirmation);
    if (aim.kind === "blocked") return refuse(visit, `in its dialog, ${aim.words}`);
    wasStopped = guardButFor(visit, at.confirmed, named || seen.confirmation.named);
    await tab.press(aim);
  }
  return prove(visit, { target: rolledAs(meant), before: at.before, mark: at.mark, wasStopped });
}

/** What the page does after the press: the act itself or whatever else the proof has to judge, or a dialog that asks. */
function reaction(visit: Visit, at: Press, acted: () => boolean): Promise<DialogSeen | "acted" | null> {
  const { tab, list } = visit;
  const { meant } = at.confirmed;
  const others = at.confirmed.list.map((each) => each.invitation.name);
  const key = targetKey({ target: rolledAs(meant), before: at.before });
  return until<DialogSeen | "acted">(visit, reactionWithinMs, async () => {
    const since = tab.exchanges(at.mark);
    const left = !list.isAddress(tab.url()) || since.some((exchange) => exchange.kind === "document");
    // A wall beside it says nothing of the act, which may be under way.
    if (acted() || wallBeside(visit) !== null) return "acted";
    stopOnTrouble(visit, null);
    if (left) return "acted";
    const asked = await dialogAsking(visit, meant, others, at.standing);
    if (asked !== null) return asked;
    const roll = await askAgain(visit, callRoll, null);
    return roll.captcha || !invitationKeys(roll, at.before).includes(key) ? "acted" : null;
  });
}

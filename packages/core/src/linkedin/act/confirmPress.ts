import type { Listed } from "../list/list.ts";
import { PageSilent, SweepStop } from "../visit/stop.ts";
import { TabLost } from "../visit/tab.ts";
import type { Visit } from "../visit/visit.ts";
import { aimAtConfirm, type Confirmation, closeDialogs } from "./confirm.ts";
import { guardAgainstActs, guardButFor } from "./guard.ts";
import { namesAnother } from "./names.ts";
import type { Attempt } from "./withdraw.ts";

/** Whose withdrawal is confirmed, and how to tell a request for somebody else's. */
export interface Confirmed {
  readonly meant: Listed;
  /** Everybody else on the page who could be withdrawn instead. */
  readonly list: readonly Listed[];
  /** Whether an id that the page did not show can be that of the one meant. */
  readonly mayBe: (id: string) => boolean;
}

/** What the proof is told of the click: requests from `mark` on came after it. */
export interface AfterPress {
  readonly mark: number;
  /** Whether the request was stopped because it named another invitation. */
  readonly wasStopped: () => boolean;
}

/** Whether a request that the page made to open the dialog is for another invitation than the one meant. */
export function preparedAnother(visit: Visit, mark: number, confirmed: Confirmed): boolean {
  return visit.tab
    .exchanges(mark)
    .map((e) => ({ method: e.method, url: e.url, body: e.requestBody }))
    .some((request) => namesAnother({ request, ...confirmed }));
}

/** From here on something may change that cannot be changed back: the last aim, the press, the proof. */
export async function confirmAndProve(
  visit: Visit,
  confirmed: Confirmed,
  confirmation: Confirmation,
  prove: (after: AfterPress) => Promise<Attempt>,
): Promise<Attempt> {
  const { tab } = visit;
  visit.hands.full = true;
  try {
    const aim = await aimOrStop(visit, confirmation);
    if (aim instanceof SweepStop)
      return { kind: "failed", reason: "the account changed before the click", stop: aim };
    if (aim.kind === "blocked") {
      await closeDialogs(visit);
      return { kind: "failed", reason: `in its dialog, ${aim.words}`, because: "unpressed", once: true };
    }
    const wasStopped = guardButFor(visit, confirmed, confirmation.named);
    const mark = tab.mark();
    await tab.press(aim).catch((cause: unknown) => {
      // The click may have arrived all the same: the proof has to say what came of it.
      if (!(cause instanceof PageSilent || cause instanceof TabLost)) throw cause;
    });
    return await prove({ mark, wasStopped });
  } finally {
    guardAgainstActs(visit);
    visit.hands.full = false;
  }
}

/** By now the intent is written, and what stops the sweep has to be told as the end of it. */
async function aimOrStop(visit: Visit, confirmation: Confirmation) {
  try {
    return await aimAtConfirm(visit, confirmation);
  } catch (stop) {
    if (stop instanceof SweepStop && stop.outcome === "wrong-account") return stop;
    throw stop;
  }
}

/** Closes the dialog without an answer. */
export async function refuse(visit: Visit, reason: string): Promise<Attempt> {
  await closeDialogs(visit);
  return { kind: "failed", reason };
}

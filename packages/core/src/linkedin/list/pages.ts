import { aimUntilClear } from "../act/aim.ts";
import type { Mover } from "../page/kit.ts";
import { aimAtMover } from "../page/mover.ts";
import { callRoll } from "../page/rows.ts";
import { askAgain } from "../visit/ask.ts";
import { drift, stopOnTrouble } from "../visit/open.ts";
import { until, type Visit } from "../visit/visit.ts";
import { listRequests } from "./entries.ts";

const turnWithinMs = 30_000;

/** Presses the control that loads more rows or turns the page. Throws drift where it cannot be pressed. */
export async function pressMover(visit: Visit, which: Mover): Promise<void> {
  const aim = await aimUntilClear(visit, () => askAgain(visit, aimAtMover, which));
  if (aim.kind === "blocked")
    throw drift(`its control for ${words[which]} could not be pressed: ${aim.words}`);
  await visit.tab.press(aim);
}

const words: Readonly<Record<Mover, string>> = {
  more: "more rows",
  next: "the next page",
  previous: "the page before",
};

/** Turns the page of a list that has several, and waits until the other rows are there. Throws SweepStop. */
export async function turnPage(visit: Visit, which: "next" | "previous"): Promise<void> {
  const keys = async () => (await askAgain(visit, callRoll, null)).rows.map((row) => row.key).join("\n\n");
  const before = await keys();
  await pressMover(visit, which);
  const turned = await until(visit, turnWithinMs, async () => {
    stopOnTrouble(visit, null);
    if (listRequests(visit).some((exchange) => !exchange.ended)) return null;
    const now = await keys();
    return now !== before && now !== "" ? true : null;
  });
  if (turned === null) throw drift("the list stopped loading half way");
  visit.page += which === "next" ? 1 : -1;
  visit.proved = null;
}

/** Goes to the page of the list on which a row was read. */
export async function goToPage(visit: Visit, page: number): Promise<void> {
  while (visit.page !== page) await turnPage(visit, visit.page < page ? "next" : "previous");
}

import type { Listed } from "../linkedin/list/list.ts";
import type { Reading } from "../linkedin/list/read.ts";
import { type Board, keyOf, refOf } from "./board.ts";
import type { Ending } from "./ending.ts";
import { type Found, Later, momentsOf } from "./later.ts";
import { unproved } from "./settle.ts";
import type { Job } from "./start.ts";

/**
 * Holds what was said of each invitation against a fresh load of the list. What we withdrew (or ignored) must be gone
 * from it, by every mark; what we confirmed, LinkedIn refused, and is gone none the less, may have gone through us. Both
 * are `unverified`, and so is the sweep: its ending, or null. What we did not confirm and is gone was answered.
 */
export async function compareAfresh(job: Job, board: Board, fresh: Reading): Promise<Ending | null> {
  const { done } = job.visit.list;
  const rows = [...board.rows()];
  const later = new Later(
    rows.map((row) => row.listed),
    fresh.listed,
    momentsOf(job),
  );
  const unproven = later.back(rows.flatMap((row) => (row.state === done ? [row.listed] : [])));
  const doubts: { readonly listed: Listed; readonly reason: string }[] = [];
  for (const { listed, state: was, reason } of rows) {
    const found = later.find(listed);
    const isGone = found === "gone" && !later.isAnother();
    if (was === done) {
      if (unproven.includes(listed)) doubts.push({ listed, reason: back[found] });
    } else if (was === "failed" && job.record.confirmed(refOf(listed))) {
      if (found === "gone") doubts.push({ listed, reason: `${reason}, and on a fresh load it is gone` });
    } else if (was === "answered") {
      if (!isGone) board.set(listed, "failed", notAnswered[found]);
    } else if (was !== "unverified" && was !== "unreadable" && isGone && keyOf(listed) !== null) {
      board.set(listed, "answered", "it was pending and is gone, not by us");
    }
  }
  for (const { listed, reason } of doubts) {
    board.set(listed, "unverified", reason);
    await job.record.write({ kind: "unverified", invitation: refOf(listed), reason });
  }
  const [first] = doubts;
  return first === undefined ? null : unproved(first.listed, first.reason);
}

const back: Readonly<Record<Found, string>> = {
  there: "on a fresh load of the list it is there again",
  renumbered: "on a fresh load of the list it is there again, under another id",
  namesake: "on a fresh load of the list a row of that name is there again, under another address",
  gone: "on a fresh load the list is not as much shorter as it has to be, and no row tells whose it is",
};

const notAnswered: Readonly<Record<Found, string>> = {
  there: "its row left the page, and is there again on a fresh load",
  renumbered: "its row left the page, and is there under another id on a fresh load",
  namesake: "its row left the page, and on a fresh load one of that name is there",
  gone: "its row left the page, and what a fresh load shows is another list",
};

import { Among } from "../invitation/among.ts";
import { foldLedger } from "../ledger/fold.ts";
import type { Reading } from "../linkedin/list/read.ts";
import type { Job } from "./start.ts";

const underAnotherId =
  "a sweep was interrupted between the click and the proof, and by now an invitation to that person is pending under another id";

/** An earlier sweep died between a click and its result: the list tells now whether the invitation is still there. */
export async function reconcile(job: Job, reading: Reading): Promise<void> {
  // The click may have been made on the person's own page, which shows no id.
  const there = new Among(reading.listed.map((each) => each.invitation));
  for (const ref of job.view.openIntents) {
    // Its own list has to tell; the other one would call it gone.
    if ((ref.direction ?? "sent") !== job.visit.list.direction) continue;
    if (there.has(ref))
      await job.record.write({ kind: "reconciled", invitation: ref, found: "still-pending" });
    else if (there.hasPerson(ref))
      await job.record.write({ kind: "unverified", invitation: ref, reason: underAnotherId });
    else await job.record.write({ kind: "reconciled", invitation: ref, found: "gone" });
  }
  // What turned out not to have happened must not count against the day's cap.
  job.view = foldLedger(await job.ports.ledger.read());
}

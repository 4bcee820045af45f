import { type InvitationRef, invitationKey } from "../../invitation/invitation.ts";
import { profileAddress } from "../../invitation/profile.ts";
import { foldLedger } from "../../ledger/fold.ts";
import type { Listed } from "../../linkedin/list/list.ts";
import { openProfile } from "../../linkedin/profile/open.ts";
import { shares } from "../../linkedin/profile/person.ts";
import { type ProfileReading, readProfilePage } from "../../linkedin/profile/read.ts";
import { withdrawOnProfile } from "../../linkedin/profile/withdraw.ts";
import { refOf } from "../board.ts";
import type { Ending } from "../ending.ts";
import { goOnUnlessHalted } from "../halted.ts";
import { tookOver } from "../lastLook.ts";
import { leaseMs } from "../sweep.ts";
import type { ProfileRun } from "./ports.ts";
import { settle } from "./settle.ts";

/** Opens the page, reads it, settles what an earlier run left open, and withdraws. Throws SweepStop and NoSuchProfile. */
export async function withdrawOnce(run: ProfileRun): Promise<Ending> {
  const { ports, request, visit } = run;
  await goOnUnlessHalted(ports);
  const reading = await openAndRead(run);
  // The site may have renewed the session with this very answer; what follows may lose it.
  await ports.onCookies(await visit.tab.cookies());
  if (reading.kind === "refused") {
    run.setUnreadable(reading.name, reading.why);
    return { outcome: "page-drift", why: `Nothing was clicked: ${reading.why}.` };
  }
  const { meant, pending } = reading;
  await reconcile(run, meant, pending.kind === "pending");
  if (pending.kind === "none") {
    run.set(meant, "answered", "its page shows no pending invitation");
    return { outcome: "nothing-due", why: null };
  }
  run.set(meant, "due", request.preview ? "it is pending on its page" : "it was not tried");
  if (request.preview) return { outcome: "previewed", why: null };
  ports.onProgress?.({ step: "withdrawing", done: 0, of: 1, name: meant.invitation.name });
  const attempt = await withdrawOnProfile(visit, reading, () => lastLook(run, meant));
  return settle(run, meant, attempt);
}

/** Loads the profile and reads it. Throws SweepStop and NoSuchProfile. */
export async function openAndRead(run: ProfileRun): Promise<ProfileReading> {
  const { request, visit } = run;
  const member = request.session.member ?? null;
  const opened = await openProfile(visit, request.profile, member);
  run.account = opened.account ?? member;
  return readProfilePage(visit, opened, request.profile);
}

/** The last look before the click that counts: the intent is on disk before it. Throws SweepStop. */
async function lastLook(run: ProfileRun, meant: Listed): Promise<string | null> {
  const { ports, request, visit } = run;
  if (visit.signal.aborted) return "the sweep was interrupted";
  const hindered = (await ports.hindered?.()) ?? null;
  if (hindered !== null) return hindered;
  if (!(await ports.lease.renew(request.run, leaseMs))) return tookOver;
  await goOnUnlessHalted(ports);
  await run.write({ kind: "intent", invitation: refOf(meant) });
  return null;
}

/** An earlier run died between a click on this person and its result: their page tells now what became of it. */
async function reconcile(run: ProfileRun, meant: Listed, stillPending: boolean): Promise<void> {
  if (run.request.preview) return;
  const { openIntents } = foldLedger(await run.ports.ledger.read());
  for (const invitation of openIntents.filter((ref) => isOf(ref, meant)))
    await run.write({ kind: "reconciled", invitation, found: stillPending ? "still-pending" : "gone" });
}

function isOf(ref: InvitationRef, { invitation }: Listed): boolean {
  const key = invitationKey(ref);
  const address = ref.profile === null ? null : profileAddress(ref.profile);
  return (
    (key !== null && key === invitationKey(invitation)) ||
    (address !== null && shares([address], invitation.addresses))
  );
}

import type { FunctionName } from "../../infra/bundling.ts";
import { scheduledEvent } from "./events.ts";
import { digestAndBounce } from "./functions/digest.ts";
import { checkSealing, sweepDue, trySession } from "./functions/sweep.ts";
import { page, signUp } from "./functions/web.ts";
import type { FunctionMeasure } from "./measured.ts";
import { median } from "./median.ts";
import { onReplica } from "./people.ts";
import { peakMemoryMb } from "./processes.ts";
import { answered, recordOf, work } from "./queues.ts";
import type { RunningFunction } from "./running.ts";
import { say } from "./say.ts";
import type { Surroundings } from "./surroundings.ts";

const starts = 3;
const warmCalls = 5;

/**
 * A member's way through all six functions: signed up, connected, swept, told, and lost by mail. Then each is timed.
 * Resolves to what was measured of each.
 */
export async function chain(here: Surroundings): Promise<Record<FunctionName, FunctionMeasure>> {
  const names = ["Web", "Dispatch", "Sweep", "DigestDispatch", "Digest", "MailEvents"] as const;
  const running = {} as Record<FunctionName, RunningFunction>;
  const inits = {} as Record<FunctionName, number[]>;
  for (const name of names) {
    inits[name] = [];
    for (let i = 0; i < starts; i++) {
      const started = await here.start(name);
      inits[name].push(started.initMs);
      if (i < starts - 1) await started.stop();
      else running[name] = started;
    }
  }
  const { Web, Dispatch, Sweep, DigestDispatch, Digest, MailEvents } = running;
  const ada = onReplica(here, "Ada", [3, 12, 50, 90]);
  const signedUp = await signUp(here, Web, ada);
  say("Web: the form, the code by mail, a member in the table, a session sealed and not opened");
  await trySession(here, Sweep, signedUp);
  say(
    "Sweep: a batch with a poison message, of which only that comes back; the session tried on the replica",
  );
  await sweepDue(here, Dispatch, Sweep, signedUp.memberId, ada);
  say("Dispatch and Sweep: who is due is swept, and one invitation is withdrawn on the replica");
  await checkSealing(here);
  say("the key: only Sweep opens, and only with the context that was sealed");
  const mail = await digestAndBounce(here, {
    dispatch: DigestDispatch,
    digest: Digest,
    mailEvents: MailEvents,
  });
  say("DigestDispatch, Digest, MailEvents: digests sent once, poison back, a bounce ends the mails");

  const nothing = recordOf(
    { kind: "sweep", memberId: signedUp.memberId, runId: "not-due" },
    here.stack.queues.sweeps,
  );
  const warm: Record<FunctionName, readonly number[]> = {
    Web: await timed(() => page(Web, { path: "/" }), Web),
    Dispatch: await timed(async () => answered(Dispatch, await Dispatch.invoke(scheduledEvent())), Dispatch),
    DigestDispatch: await timed(
      async () => answered(DigestDispatch, await DigestDispatch.invoke(scheduledEvent())),
      DigestDispatch,
    ),
    // A whole sweep is measured by the part with fifty of them.
    Sweep: await timed(() => work(Sweep, [nothing]), Sweep),
    Digest: mail.digest,
    MailEvents: mail.mailEvents.slice(1),
  };
  const measures = names.map((name) => {
    const maxMemoryMb = peakMemoryMb(running[name].pid);
    return [name, { initMs: median(inits[name]), warmMs: median(warm[name]), maxMemoryMb }] as const;
  });
  for (const name of names) await running[name].stop();
  return Object.fromEntries(measures) as Record<FunctionName, FunctionMeasure>;
}

/** @param running named, so that a fault says which function was being timed */
async function timed(call: () => Promise<unknown>, running: RunningFunction): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < warmCalls; i++) {
    const startedAt = performance.now();
    await call();
    times.push(performance.now() - startedAt);
  }
  if (running.pid === 0) throw new Error(`${running.name} has no process`);
  return times;
}

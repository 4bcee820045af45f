import { earlierNow } from "../invitation/clock.ts";
import { spentInLastDay } from "../ledger/fold.ts";
import { PartlyRead, type Reading, readList } from "../linkedin/list/read.ts";
import { beyondUs } from "../linkedin/report/examine.ts";
import { drift, openList } from "../linkedin/visit/open.ts";
import { clocksOf } from "../linkedin/visit/visit.ts";
import { type Plan, type PlanInput, plan } from "../plan/plan.ts";
import { planReceived } from "../plan/received.ts";
import type { Policy } from "../policy/policy.ts";
import { foundBack } from "./back.ts";
import { Board } from "./board.ts";
import type { Ending } from "./ending.ts";
import { goOnUnlessHalted } from "./halted.ts";
import { handOn } from "./handOn.ts";
import { reconcile } from "./reconcile.ts";
import type { Job, State } from "./start.ts";
import { triggerOf } from "./trigger.ts";

/** A list that was read and planned, and has something to act on. */
export interface Prepared {
  readonly kind: "ready";
  readonly reading: Reading;
  readonly plan: Plan;
  /** How long reading took, ms: what a second reading will take. */
  readonly readingMs: number;
}

export type Preparation = Prepared | { readonly kind: "ended"; readonly ending: Ending };

/** Reads the list whole, settles what an earlier sweep left open, and decides. Throws SweepStop. */
export async function readAndPlan(job: Job, state: State): Promise<Preparation> {
  const { ports, request, visit } = job;
  await goOnUnlessHalted(ports);
  const from = ports.clock.now();
  const reading = await read(job, state);
  const readingMs = ports.clock.now() - from;
  state.pending = reading.pending;
  if (!request.preview) await reconcile(job, reading);
  const policy = await ports.policy();
  const decided = decide(job, policy, reading);
  state.board = Board.planned(reading.listed, decided.items);
  if (beyondUs(reading)) throw drift("none of its rows could be understood");
  await handOn(job, state, reading);
  if (request.preview) return { kind: "ended", ending: { outcome: "previewed", why: null } };
  const back = await foundBack(job, reading, state.board);
  if (back !== null) return { kind: "ended", ending: back };
  if (decided.belt) return { kind: "ended", ending: { outcome: "belt", why: null } };
  if (decided.act.length === 0) {
    return { kind: "ended", ending: { outcome: decided.capped > 0 ? "capped" : "nothing-due", why: null } };
  }
  visit.since = visit.tab.mark();
  return { kind: "ready", reading, plan: decided, readingMs };
}

async function read(job: Job, state: State): Promise<Reading> {
  const { ports, request, visit, record } = job;
  const member = request.session.member ?? null;
  const opened = await openList(visit, member);
  record.account = opened.account ?? member ?? record.account;
  // The site may have renewed the session with this very answer; what follows may lose it.
  await ports.onCookies(await visit.tab.cookies());
  try {
    return await readList(visit, opened.page, (rows, pending) =>
      ports.onProgress?.({ step: "reading", rows, pending }),
    );
  } catch (stop) {
    if (stop instanceof PartlyRead) {
      state.pending = stop.reading.pending;
      const policy = await ports.policy();
      // A list that was not read whole is never acted on, but what was read can be said.
      const decided = decide(job, policy, stop.reading);
      state.board = Board.planned(stop.reading.listed, decided.items);
    }
    throw stop;
  }
}

function decide(job: Job, policy: Policy, reading: Reading): Plan {
  const { request, view, visit } = job;
  const input: Omit<PlanInput, "pending"> = {
    policy,
    invitations: reading.listed.map((each) => each.invitation),
    now: earlierNow(clocksOf(visit)),
    spent: spentInLastDay(view, visit.clock.now()),
    trigger: triggerOf(request, view),
  };
  return visit.list.direction === "sent"
    ? plan({ ...input, pending: reading.pending })
    : planReceived({ ...input, sentDue: job.before.due });
}

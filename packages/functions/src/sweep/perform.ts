import { type MemberTab, openMemberTab } from "@lapse/browser/memberTab";
import type { Policy } from "@lapse/core/policy/policy";
import { renewedSession } from "@lapse/core/session/renew";
import type { Session } from "@lapse/core/session/session";
import type { Clock } from "@lapse/core/sweep/clock";
import type { Progress, SweepPorts } from "@lapse/core/sweep/ports";
import { withdrawFromProfile } from "@lapse/core/sweep/profile/withdrawal";
import { sweep } from "@lapse/core/sweep/sweep";
import { OperatorError } from "../errors.ts";
import type { StopSwitch } from "../store/stopSwitch.ts";
import { haltedBy } from "./halted.ts";
import type { PerformSweep, SweepJob, Task } from "./port.ts";

export interface PerformPorts {
  /** Origin of the site. */
  readonly site: string;
  readonly clock: Clock;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** Aborted when the process is to end: the click in hand is finished, nothing more is started. */
  readonly signal: AbortSignal;
  /** Asked before anything is opened or clicked, whatever the task. */
  readonly stopSwitch: Pick<StopSwitch, "get">;
  /** Opens the member's browser profile; absent where there are none, as on AWS. */
  readonly openProfileTab?: (memberId: string) => Promise<MemberTab>;
  /** Mean pause between two withdrawals, ms, in place of the policy's: for a replica on this computer. */
  readonly paceMs?: number;
  readonly onProgress?: (memberId: string, progress: Progress) => void;
}

/** The sweep of the domain with a real browser: what the scheduled Lambda and the local stack run. */
export function makePerformSweep(ports: PerformPorts): PerformSweep {
  return async (job) => {
    const { task } = job;
    const { session, ...browser } = browserOf(job, ports);
    const startedAt = ports.clock.now();
    const request = {
      run: job.runId,
      site: ports.site,
      session,
      startedAt,
      budgetMs: job.deadline - startedAt,
    };
    const reached: SweepPorts = {
      ...browser,
      ...{ clock: ports.clock, random: ports.random, signal: ports.signal },
      ...{ ledger: job.ledger, lease: job.lease },
      // Who has left or disconnected is as good as paused: nothing more is clicked.
      policy: async () => (await job.policyNow()) ?? { ...job.policy, paused: true },
      halted: () => haltedBy(ports.stopSwitch, job.log),
      onReading: job.onReading,
      onProgress: (progress) => ports.onProgress?.(job.memberId, progress),
      // An alarm counts these lines; what an engineer needs stands beside the words.
      onDrift: (report) => job.log.error("page-drift", null, { report }),
    };
    if (task.kind === "withdraw") {
      const hindered = async () => hindrance(await job.policyNow(), task);
      return withdrawFromProfile(
        { ...reached, hindered },
        { ...request, preview: false, profile: task.profile },
      );
    }
    const preview = task.kind === "look";
    const trigger = preview ? "by-hand" : "scheduled";
    return sweep(reached, { ...request, trigger, preview, paceMs: ports.paceMs ?? null });
  };
}

/** The browser, with the session as a sweep needs it: a profile keeps its own cookies, and none of them leaves it. */
function browserOf(
  { memberId, access, onRenewed, log }: SweepJob,
  { site, openProfileTab }: PerformPorts,
): Pick<SweepPorts, "openTab" | "onCookies"> & { session: Session } {
  if (access.kind === "profile") {
    if (openProfileTab === undefined)
      throw new OperatorError(
        "This member's session is a browser profile on another computer: sweep them there, or have them connect again.",
      );
    return {
      openTab: () => openProfileTab(memberId),
      onCookies: async () => undefined,
      session: { cookies: [], ...(access.account === null ? {} : { member: access.account }) },
    };
  }
  let { session } = access;
  return {
    openTab: async () => {
      const opened = await openMemberTab(site, session);
      // On Lambda the first way to start one may fail, and a later one not: whoever runs it has to see which it was.
      log.info("a browser started", { ...opened.start });
      return opened;
    },
    onCookies: async (jar) => {
      const renewed = renewedSession(session, jar);
      if (renewed === null) return;
      session = renewed;
      await onRenewed(renewed);
    },
    session,
  };
}

/** Why a withdrawal that the member asked for is not to be made after all; null to go on. */
function hindrance(
  policy: Policy | null,
  { isTooLate, kept }: Extract<Task, { kind: "withdraw" }>,
): string | null {
  if (isTooLate()) return "it was not done in time; ask again";
  if (policy === null) return "the session that it was to be done with is no longer connected";
  if (policy.paused) return "you paused Lapse";
  const reason = kept(policy);
  return reason === null ? null : `your rules keep this invitation (${reason})`;
}

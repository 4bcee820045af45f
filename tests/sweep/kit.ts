import { spawn } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SweepItem, SweepResult } from "@lapse/core/sweep/result";
import type { Faults, InvitationSpec, ReceivedSpec, Replica, ReplicaMember } from "@lapse/replica/replica";
import { startReplica } from "@lapse/replica/replica";
import { expect } from "vitest";
import type { ScenarioRow } from "../scenarioTable.ts";

const command = fileURLToPath(new URL("../../packages/local/src/lapse.ts", import.meta.url));
export const day = 86_400_000;
export const hour = 3_600_000;

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  readonly result: SweepResult;
}

/** One member on a replica, with a policy, a session file and a data directory of their own. */
export interface Scene {
  readonly replica: Replica;
  readonly member: ReplicaMember;
  readonly folder: string;
  readonly sessionFile: string;
  policy(policy: object): void;
  session(change: (session: { cookies: object[]; member?: string; userAgent?: string }) => void): void;
  faults(faults: Partial<Faults>): void;
  sweep(...options: string[]): Promise<Ran>;
  /** Starts a sweep and does not wait: for what is done to a sweep that runs. */
  start(...options: string[]): Running;
  close(): Promise<void>;
}

export interface Running {
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ran>;
}

export async function scene(
  invitations: readonly InvitationSpec[],
  options: { now?: () => number; received?: readonly ReceivedSpec[] } = {},
): Promise<Scene> {
  const replica = await startReplica(options.now === undefined ? {} : { now: options.now });
  const member = replica.addMember({
    slug: "ada-sender",
    name: "Ada Sender",
    email: "ada@sender.example",
    password: "secret-of-ada",
    invitations,
    ...(options.received === undefined ? {} : { received: options.received }),
  });
  const folder = mkdtempSync(join(tmpdir(), "lapse-scene-"));
  const policyFile = join(folder, "policy.json");
  const sessionFile = join(folder, "session.json");
  writeFileSync(policyFile, "{}");
  writeFileSync(sessionFile, JSON.stringify(member.mintSession()), { mode: 0o600 });
  const start = (...extra: string[]): Running => {
    const args = ["sweep", "--policy", policyFile, "--session", sessionFile, "--site", replica.origin];
    args.push("--data", join(folder, "data"), "--pace", "0", "--json", ...extra);
    const child = spawn(process.execPath, [command, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    const ended = collect(child).then((ran) => noted(ran, replica, member));
    return { pid: child.pid ?? 0, kill: (signal) => void child.kill(signal), ended };
  };
  return {
    replica,
    member,
    folder,
    sessionFile,
    policy: (policy) => writeFileSync(policyFile, JSON.stringify(policy)),
    session: (change) => {
      const session = JSON.parse(readFileSync(sessionFile, "utf8")) as { cookies: object[] };
      change(session);
      writeFileSync(sessionFile, JSON.stringify(session));
    },
    faults: (faults) => void Object.assign(member.faults, faults),
    start,
    sweep: (...extra) => start(...extra).ended,
    close: async () => {
      await replica.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes a line for the table of scenarios, where one is asked for. */
export function note(outcome: string, replica: Replica, member: ReplicaMember): void {
  const file = process.env["LAPSE_SCENARIOS"];
  const row: ScenarioRow = {
    test: expect.getState().currentTestName ?? "",
    outcome,
    clicks: replica.journal.withdrawClicks().length,
    withdrawn: member.withdrawn().length,
  };
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(row)}\n`);
}

function noted(ran: Ran, replica: Replica, member: ReplicaMember): Ran {
  note(/"outcome": "([\w-]+)"/.exec(ran.out)?.[1] ?? `exit ${ran.status}`, replica, member);
  return ran;
}

export function collect(child: ReturnType<typeof spawn>): Promise<Ran> {
  let out = "";
  let err = "";
  child.stdout?.on("data", (part: Buffer) => {
    out += part.toString();
  });
  child.stderr?.on("data", (part: Buffer) => {
    err += part.toString();
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => {
      resolve({
        status,
        out,
        err,
        get result() {
          return JSON.parse(out) as SweepResult;
        },
      });
    });
  });
}

/** A person of the given age; the slug follows from the name. */
export function person(name: string, ageDays: number, more: Partial<InvitationSpec> = {}): InvitationSpec {
  return {
    name,
    slug: name.toLowerCase().replaceAll(" ", "-"),
    ageMs: ageDays * day,
    headline: "Tester",
    ...more,
  };
}

/** `count` people, the i-th of them `ageOf(i)` days old. */
export function people(count: number, ageOf: (i: number) => number): InvitationSpec[] {
  return Array.from({ length: count }, (_, i) =>
    person(`Person ${String(i + 1).padStart(3, "0")}`, ageOf(i)),
  );
}

export function named(items: readonly SweepItem[], state: SweepItem["state"]): string[] {
  return items.filter((item) => item.state === state).map((item) => item.name);
}

export function withdrawnNames(member: ReplicaMember): string[] {
  return member.withdrawn().map((invitation) => invitation.name);
}

import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { InvitationSpec } from "@lapse/replica/replica";
import { collect, person, type Ran, type Running, type Scene, scene } from "../sweep/kit.ts";

const command = fileURLToPath(new URL("../../packages/local/src/lapse.ts", import.meta.url));

/** A member on a replica, and `lapse withdraw` for the person at a slug. */
export interface ProfileScene extends Scene {
  withdraw(slug: string, ...options: string[]): Promise<Ran>;
  withdrawAsTable(slug: string): Promise<Ran>;
  startWithdraw(slug: string, ...options: string[]): Running;
}

/** Three pending invitations, Bo Sample's the second of them. */
export const three = (): InvitationSpec[] => [
  person("Cy Fresh", 3),
  person("Bo Sample", 65.5),
  person("Dana Mock", 80),
];

export async function profileScene(
  invitations: readonly InvitationSpec[] = three(),
  options: Parameters<typeof scene>[1] = {},
): Promise<ProfileScene> {
  const here = await scene(invitations, options);
  const start = (slug: string, extra: readonly string[]): Running => {
    const args = ["withdraw", "--profile", `${here.replica.origin}/in/${slug}/`];
    args.push("--session", here.sessionFile, "--site", here.replica.origin);
    args.push("--data", join(here.folder, "data"), ...extra);
    const child = spawn(process.execPath, [command, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    return { pid: child.pid ?? 0, kill: (signal) => void child.kill(signal), ended: collect(child) };
  };
  return {
    ...here,
    startWithdraw: (slug, ...extra) => start(slug, ["--json", ...extra]),
    withdraw: (slug, ...extra) => start(slug, ["--json", ...extra]).ended,
    withdrawAsTable: (slug) => start(slug, []).ended,
  };
}

/** What was done on the page, by the replica's own journal. */
export function clicked(here: Scene, control: "pending" | "confirm" | "cancel"): number {
  return here.replica.journal.clicks.filter((click) => click.control === control).length;
}

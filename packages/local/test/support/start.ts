import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { leftovers } from "../../../../scripts/leftovers.ts";
import { eventually } from "./processes.ts";

const script = fileURLToPath(new URL("../../src/start.ts", import.meta.url));

export interface Started {
  readonly child: ChildProcess;
  /** Everything that was written so far, to both outputs. */
  said(): string;
  /** Resolves once the output has this in it. */
  saying(words: string): Promise<void>;
  /** Resolves to the exit status, or the signal's name, when the process and all it started are gone. */
  ended(): Promise<number | string>;
}

/** `npm start` without npm, in a session of its own: a signal to the group is what a terminal's Ctrl-C is. */
export function start(...args: string[]): Started {
  const mark = randomUUID();
  const child = spawn(process.execPath, [script, ...args], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, LAPSE_TEST_START: mark },
  });
  const pid = child.pid ?? 0;
  const left = () => leftovers(pid, `LAPSE_TEST_START=${mark}`);
  onTestFinished(() => {
    for (const { pid: one } of left()) process.kill(one, "SIGKILL");
  });
  let text = "";
  for (const output of [child.stdout, child.stderr]) {
    output?.setEncoding("utf8").on("data", (more: string) => {
      text += more;
    });
  }
  const exit = once(child, "close");
  return {
    child,
    said: () => text,
    saying: (words) => eventually(() => text.includes(words), `"${words}" is said in: ${text}`, 60_000),
    ended: async () => {
      const [code, signal] = (await exit) as [number | null, string | null];
      await eventually(() => left().length === 0, `nothing is left of ${pid}: ${JSON.stringify(left())}`);
      return code ?? signal ?? "unknown";
    },
  };
}

/** The replica's own record of one of its members. */
export function replicaMember(
  data: string,
  slug: string,
): { withdrawn: { name: string }[]; pending: unknown[] } {
  const { members } = JSON.parse(readFileSync(join(data, "replica.json"), "utf8"));
  return members.find((member: { slug: string }) => member.slug === slug);
}

export function mails(data: string): { subject: string; headers: { name: string; value: string }[] }[] {
  const text = readFileSync(join(data, "mail", "mails.jsonl"), "utf8");
  return text.trim() === ""
    ? []
    : text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
}

import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { leftovers } from "../../../../scripts/leftovers.ts";
import { eventually } from "./processes.ts";

const scriptIn = (name: string) => fileURLToPath(new URL(`../../src/${name}.ts`, import.meta.url));

export interface Started {
  readonly child: ChildProcess;
  /** Everything that was written so far, to both outputs. */
  said(): string;
  /** What of it went to standard output. */
  out(): string;
  /** Resolves once the output has this in it. */
  saying(words: string): Promise<void>;
  /** Resolves to the exit status, or the signal's name, when the process and all it started are gone. */
  ended(): Promise<number | string>;
}

/** `npm start` without npm, in a session of its own: a signal to the group is what a terminal's Ctrl-C is. */
export function start(...args: string[]): Started {
  return startScript("start", args);
}

/** The `lapse` command without npm, in a session of its own. */
export function lapse(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Started {
  return startScript("lapse", args, environment);
}

/** The same, waited for: its exit status and what it wrote. */
export async function lapseEnded(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number | string; readonly out: string; readonly said: string }> {
  const started = lapse(args, environment);
  const status = await started.ended();
  return { status, out: started.out(), said: started.said() };
}

function startScript(
  name: "start" | "lapse",
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Started {
  const mark = randomUUID();
  const child = spawn(process.execPath, [scriptIn(name), ...args], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...outside(), ...environment, LAPSE_TEST_START: mark },
  });
  const pid = child.pid ?? 0;
  const left = () => leftovers(pid, `LAPSE_TEST_START=${mark}`);
  onTestFinished(() => {
    for (const { pid: one } of left()) process.kill(one, "SIGKILL");
  });
  let text = "";
  let out = "";
  child.stdout?.on("data", (more: Buffer | string) => {
    out += String(more);
  });
  for (const output of [child.stdout, child.stderr]) {
    output?.setEncoding("utf8").on("data", (more: string) => {
      text += more;
    });
  }
  const exit = once(child, "close");
  return {
    child,
    said: () => text,
    out: () => out,
    saying: (words) =>
      eventually(
        () => text.includes(words),
        () => `"${words}" is said in: ${text}`,
        60_000,
      ),
    ended: async () => {
      const [code, signal] = (await exit) as [number | null, string | null];
      await eventually(
        () => left().length === 0,
        () => `nothing is left of ${pid}: ${JSON.stringify(left())}`,
      );
      return code ?? signal ?? "unknown";
    },
  };
}

/** The environment without what a stack in this process may have put into it. */
function outside(): NodeJS.ProcessEnv {
  const names = Object.keys(process.env).filter(
    (name) => !/^(?:LAPSE|AWS)_/.test(name) || name === "LAPSE_CHROME",
  );
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
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

import { findBrowser } from "@lapse/browser/find";
import { openDataDirectory } from "../stack/dataDirectory.ts";
import { Endings } from "../stack/endings.ts";
import { claimInstance, type Instance } from "../stack/instance.ts";
import { type Local, startLocal } from "../stack/local.ts";
import { type DemoSurroundings, type Part, progressOf, runDemo } from "./demo.ts";
import type { Display } from "./display.ts";
import { Stopwatch } from "./stopwatch.ts";

export interface RunOptions {
  readonly data: string;
  readonly once: boolean;
  readonly show: Display;
  /** Aborted when everything is to come to its end. */
  readonly signal: AbortSignal;
}

/** A predecessor that was just told to stop finishes its click and closes its browser first. */
const patienceMs = 3_000;

/** `npm start`. Resolves to the lines that say what went wrong; throws where it cannot start. */
export async function runLocal({ data, once, show, signal }: RunOptions): Promise<string[]> {
  const watch = new Stopwatch<Part>("stack");
  show.line("This is a demonstration on a replica: an imitation of LinkedIn's page, with invented people.");
  show.line("LinkedIn itself is not contacted.");
  const directory = openDataDirectory(data);
  const instance = claimInstance(directory.path, patienceMs);
  let local: Local | undefined;
  try {
    const parts = { show, watch, signal, names: new Map<string, string>(), sweeps: new Endings() };
    // Unpacking the browser takes a second or two, once, and needs nothing of the rest.
    const browser = findBrowser({ onUnpack: () => show.now("unpacking the browser, once") });
    browser.catch(() => undefined);
    local = await startLocal({
      ...{ data: directory, signal, paceMs: 0, report: show.line, onSwept: () => undefined },
      onProgress: progressOf(parts),
      onMessageEnded: (memberId) => {
        if (memberId !== null) parts.sweeps.ended(memberId);
      },
    });
    watch.enter("browser");
    await browser;
    watch.enter("stack");
    return await demonstrate({ ...parts, local }, instance, directory.path, once);
  } finally {
    await local?.stop();
    instance.release();
  }
}

async function demonstrate(
  parts: DemoSurroundings,
  instance: Instance,
  data: string,
  once: boolean,
): Promise<string[]> {
  const { local, show, watch, signal } = parts;
  const { form, inbox, replica } = local.addresses;
  instance.announce({ form, inbox, replica });
  const problems = await runDemo(parts);
  if (signal.aborted) return problems;
  for (const [name, address] of Object.entries({ form, inbox, replica, data })) {
    show.line(`${name}: ${address}`);
  }
  if (once) show.line(`time: ${watch.split(["stack", "browser", "sweep", "digest"])}`);
  else {
    for (const problem of problems) show.line(problem);
    const times = local.schedules
      .next()
      .map(({ name, at }) => `${name} at ${at?.toISOString().slice(11, 16)} UTC`);
    show.line(`next: ${times.join(", ")}, then every hour; Ctrl-C stops`);
    await aborted(signal);
    show.live("stopping");
  }
  return problems;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve());
  });
}

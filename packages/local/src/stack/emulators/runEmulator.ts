import { createServer } from "node:net";
import { confineServers } from "./confine.ts";
import type { FromEmulator, ToEmulator } from "./message.ts";

export interface EmulatorOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** Its own folder. */
  readonly folder: string;
  /** False when the emulator died under a running stack, whose messages are still in hand. */
  readonly firstStart: boolean;
}

export interface RunningEmulator {
  readonly port: number;
  close(): Promise<void> | void;
}

/**
 * Runs one emulator in this process for as long as the process that started it lives, and no longer: the channel to
 * it closes even when it is killed.
 */
export async function runEmulator(
  start: (options: EmulatorOptions) => Promise<RunningEmulator>,
): Promise<void> {
  // Ctrl-C reaches the whole foreground group. The stack still needs its database then, to write what was done.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
  process.on("disconnect", () => process.exit(0));
  confineServers();
  const options = JSON.parse(process.argv[2] ?? "{}") as EmulatorOptions;
  const running = await start(await withFreePort(options));
  process.on("message", (message: ToEmulator) => {
    if (message.kind === "stop") void end(running);
  });
  const ready: FromEmulator = { kind: "ready", port: running.port };
  process.send?.(ready);
}

/**
 * The port of an earlier run may be another program's by now. It is tried before the emulator starts, because one that
 * has opened its files cannot be started a second time. After a crash it has to be the same port.
 */
async function withFreePort(options: EmulatorOptions): Promise<EmulatorOptions> {
  if (options.port === 0 || !options.firstStart) return options;
  const probe = createServer();
  const free = await new Promise<boolean>((resolve) => {
    probe.once("error", () => resolve(false));
    probe.listen(options.port, () => probe.close(() => resolve(true)));
  });
  return free ? options : { ...options, port: 0 };
}

async function end(running: RunningEmulator): Promise<void> {
  setTimeout(() => process.exit(0), 1_500).unref();
  await running.close();
  process.exit(0);
}

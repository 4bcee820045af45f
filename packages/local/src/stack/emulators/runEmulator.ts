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
  const running = await startOnFreePort(start, options);
  process.on("message", (message: ToEmulator) => {
    if (message.kind === "stop") void end(running);
  });
  const ready: FromEmulator = { kind: "ready", port: running.port };
  process.send?.(ready);
}

async function startOnFreePort(
  start: (options: EmulatorOptions) => Promise<RunningEmulator>,
  options: EmulatorOptions,
): Promise<RunningEmulator> {
  try {
    return await start(options);
  } catch (error) {
    // The port of an earlier run may be another program's now. After a crash it must be the same one.
    if (!options.firstStart || !(error instanceof Error && "code" in error && error.code === "EADDRINUSE"))
      throw error;
    return await start({ ...options, port: 0 });
  }
}

async function end(running: RunningEmulator): Promise<void> {
  setTimeout(() => process.exit(0), 1_500).unref();
  await running.close();
  process.exit(0);
}

import { rm } from "node:fs/promises";
import { type Browser, launch } from "puppeteer-core";
import { launchArguments } from "./arguments.ts";
import { BrowserFailed } from "./errors.ts";
import { type FindOptions, findBrowser } from "./find.ts";
import { freshProfile } from "./profile.ts";

export interface LaunchOptions extends FindOptions {
  /** Only loopback addresses can be reached; for replicas and tests. */
  readonly loopbackOnly?: boolean;
  readonly userAgent?: string;
  readonly pictures?: boolean;
}

/** A running browser. `close` ends the whole tree and removes its profile, also when the browser no longer answers. */
export interface RunningBrowser {
  readonly browser: Browser;
  close(): Promise<void>;
}

const attempts = 3;
const closeWithinMs = 4_000;

/**
 * Starts a browser with a fresh profile over a pipe: no port that others could connect to, and a killed Node leaves
 * no browser behind (with a port it leaves seven processes, measured). Throws BrowserMissing or BrowserFailed.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<RunningBrowser> {
  const found = await findBrowser(options);
  const args = launchArguments({
    root: process.getuid?.() === 0,
    lambda: process.env["AWS_LAMBDA_FUNCTION_NAME"] !== undefined,
    loopbackOnly: options.loopbackOnly ?? false,
    pictures: options.pictures ?? false,
  });
  if (options.userAgent !== undefined) args.push(`--user-agent=${options.userAgent}`);
  let failure: unknown;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const profile = await freshProfile();
    try {
      const browser = await launch({
        executablePath: found.executable,
        headless: found.shell ? "shell" : true,
        pipe: true,
        timeout: 20_000,
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
        userDataDir: profile,
        args: failure === undefined ? args : withoutSandbox(args),
        env: { ...process.env, ...found.environment },
      });
      return { browser, close: () => closeBrowser(browser, profile) };
    } catch (cause) {
      failure = cause;
      await rm(profile, { recursive: true, force: true });
    }
  }
  throw new BrowserFailed(startFailure(failure), { cause: failure });
}

/** Some systems forbid the sandbox to plain users (Ubuntu 23.10 and later): a second try goes without. */
function withoutSandbox(args: readonly string[]): string[] {
  return args.includes("--no-sandbox") ? [...args] : [...args, "--no-sandbox"];
}

function startFailure(failure: unknown): string {
  const text = failure instanceof Error ? failure.message : String(failure);
  const library = /error while loading shared libraries: (\S+?):/.exec(text)?.[1];
  if (library === undefined)
    return "The browser did not start, three times in a row; set LAPSE_CHROME to use another.";
  return `The browser needs the system library ${library}: run 'apt-get install -y libnss3 libexpat1', or set LAPSE_CHROME.`;
}

async function closeBrowser(browser: Browser, profile: string): Promise<void> {
  const child = browser.process();
  const gone = child === null || child.exitCode !== null ? Promise.resolve() : onExit(child);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, closeWithinMs);
  });
  await Promise.race([
    browser.close().then(
      () => gone,
      () => undefined,
    ),
    late,
  ]);
  clearTimeout(timer);
  if (child !== null && child.exitCode === null && child.signalCode === null) {
    killTree(child.pid);
    await gone;
  }
  await rm(profile, { recursive: true, force: true, maxRetries: 3 });
}

function onExit(child: NonNullable<ReturnType<Browser["process"]>>): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });
}

/** puppeteer starts the browser as the head of its own process group, so the group is the whole tree. */
function killTree(pid: number | undefined): void {
  if (pid === undefined) return;
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, "SIGKILL");
    } catch {
      // Already gone.
    }
  }
}

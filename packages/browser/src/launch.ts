import { rm } from "node:fs/promises";
import { type Browser, launch, type LaunchOptions as PuppeteerLaunchOptions } from "puppeteer-core";
import { launchArguments } from "./arguments.ts";
import { browserEnvironment } from "./environment.ts";
import { BrowserFailed } from "./errors.ts";
import { type FindOptions, type FoundBrowser, findBrowser, findFullBrowser } from "./find.ts";
import { type BrowserStart, ladder } from "./ladder.ts";
import { freshProfile, ownProfile } from "./profile.ts";

export interface LaunchOptions extends FindOptions {
  /** Only loopback addresses can be reached; for replicas and tests. */
  readonly loopbackOnly?: boolean;
  readonly userAgent?: string;
  readonly pictures?: boolean;
}

export interface ProfileLaunchOptions extends Pick<FindOptions, "environment" | "platform"> {
  /** Where the profile lies; made where it is not there, and kept. */
  readonly profile: string;
  /** A window for a person; else it runs unseen. */
  readonly window: boolean;
  readonly loopbackOnly: boolean;
}

/**
 * A running browser. `close` ends the whole tree and removes a fresh profile, also when the browser no longer answers;
 * of one whose page is known to be stuck nothing is waited for, but that a profile which is kept be written.
 */
export interface RunningBrowser {
  readonly browser: Browser;
  readonly start: BrowserStart;
  close(stuck?: boolean): Promise<void>;
}

const closeWithinMs = 4_000;
/** A profile that is kept gets the time to write its cookies. */
const keepWithinMs = 15_000;
const keepOfStuckWithinMs = 2_000;

/**
 * Starts a browser with a fresh profile over a pipe: no port that others could connect to, and a killed Node leaves
 * no browser behind (with a port it leaves seven processes, measured). Throws BrowserMissing or BrowserFailed.
 */
export async function launchBrowser(options: LaunchOptions = {}): Promise<RunningBrowser> {
  const found = await findBrowser(options);
  const around = surroundings(options.environment);
  const { loopbackOnly = false, pictures = false } = options;
  const startedAt = performance.now();
  let failure: unknown;
  for (const [index, rung] of ladder(around.lambda).entries()) {
    const args = launchArguments({ ...around, loopbackOnly, pictures, oneProcess: rung === "one-process" });
    if (options.userAgent !== undefined) args.push(`--user-agent=${options.userAgent}`);
    const profile = await freshProfile();
    const remove = () => rm(profile, { recursive: true, force: true, maxRetries: 3 });
    try {
      const browser = await start(found, profile, {
        args: failure === undefined ? args : withoutSandbox(args),
        headless: found.shell ? "shell" : true,
        // What a killed browser leaves behind in the temporary directory goes with the profile, too: of a process that
        // stays, as on Lambda, one browser in twenty left something (measured). And on Lambda there is no home.
        env: { HOME: profile, TMPDIR: profile },
      });
      return {
        browser,
        start: { rung, attempt: index + 1, ms: Math.round(performance.now() - startedAt) },
        close: (stuck = false) => closeBrowser(browser, stuck ? 0 : closeWithinMs).then(remove),
      };
    } catch (cause) {
      failure = cause;
      await remove();
    }
  }
  throw new BrowserFailed(startFailure(failure), { cause: failure });
}

/**
 * Starts a full browser on a profile of Lapse's own, in which a person signed in by hand: nothing is copied into it,
 * and nothing of it is removed. Only one browser can have it at a time. Throws BrowserMissing or BrowserFailed.
 */
export async function launchProfile(options: ProfileLaunchOptions): Promise<RunningBrowser> {
  const found = findFullBrowser(options);
  const profile = await ownProfile(options.profile);
  const { window, loopbackOnly } = options;
  const args = launchArguments({ ...surroundings(), loopbackOnly, pictures: window });
  const startedAt = performance.now();
  let failure: unknown;
  for (const [index, rung] of ladder(false).entries()) {
    try {
      const browser = await start(found, profile, {
        args: failure === undefined ? args : withoutSandbox(args),
        headless: !window,
        // A person sees the page as large as their window is.
        ...(window ? { defaultViewport: null } : {}),
      });
      return {
        browser,
        start: { rung, attempt: index + 1, ms: Math.round(performance.now() - startedAt) },
        close: (stuck = false) => closeBrowser(browser, stuck ? keepOfStuckWithinMs : keepWithinMs),
      };
    } catch (cause) {
      if (isInUse(cause))
        throw new BrowserFailed(
          `A browser has the profile ${profile} open: close its window, or wait for the sweep to end, and try again.`,
          { cause },
        );
      failure = cause;
    }
  }
  throw new BrowserFailed(startFailure(failure), { cause: failure });
}

function surroundings(environment: FindOptions["environment"] = process.env) {
  return {
    root: process.getuid?.() === 0,
    lambda: environment["AWS_LAMBDA_FUNCTION_NAME"] !== undefined,
  };
}

function start(
  found: FoundBrowser,
  profile: string,
  { env, ...how }: Pick<PuppeteerLaunchOptions, "args" | "headless" | "defaultViewport" | "env">,
): Promise<Browser> {
  return launch({
    executablePath: found.executable,
    pipe: true,
    timeout: 20_000,
    // Nothing that is asked of a page takes this long; one that hangs must not keep a worker until its time is up.
    protocolTimeout: 60_000,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    userDataDir: profile,
    env: { ...browserEnvironment(process.env), ...found.environment, ...env },
    ...how,
  });
}

function isInUse(failure: unknown): boolean {
  return (
    failure instanceof Error &&
    /already running|existing browser session|ProcessSingleton/i.test(failure.message)
  );
}

/** Some systems forbid the sandbox to plain users (Ubuntu 23.10 and later): a second try goes without. */
function withoutSandbox(args: readonly string[]): string[] {
  return args.includes("--no-sandbox") ? [...args] : [...args, "--no-sandbox"];
}

function startFailure(failure: unknown): string {
  const text = failure instanceof Error ? failure.message : String(failure);
  const library = /error while loading shared libraries: (\S+?):/.exec(text)?.[1];
  if (library === undefined)
    return "The browser did not start, however often it was tried; set LAPSE_CHROME to use another.";
  return `The browser needs the system library ${library}: run 'apt-get install -y libnss3 libexpat1', or set LAPSE_CHROME.`;
}

async function closeBrowser(browser: Browser, withinMs: number): Promise<void> {
  const child = browser.process();
  const gone = child === null || child.exitCode !== null ? Promise.resolve() : onExit(child);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, withinMs);
  });
  await Promise.race([
    browser.close().then(
      () => gone,
      () => undefined,
    ),
    late,
  ]);
  clearTimeout(timer);
  if (child === null) return;
  // Also of one that has ended: when it was killed from elsewhere, the rest of its tree takes a moment to notice.
  killTree(child.pid);
  await gone;
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

import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { BrowserMissing } from "./errors.ts";
import { type Unpacked, unpackChromium } from "./unpack.ts";

/** A browser to start. `shell` is true for the headless shell, false for a full Chrome, Chromium or Edge. */
export interface FoundBrowser extends Unpacked {
  readonly shell: boolean;
}

export interface FindOptions {
  readonly platform?: NodeJS.Platform;
  readonly arch?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Where Chromium is unpacked; the system's temporary directory by default. */
  readonly cache?: string;
  /** Called when the one-time unpacking begins. */
  readonly onUnpack?: () => void;
}

/**
 * Finds a browser without downloading one: `LAPSE_CHROME`, else the Chromium that npm brought (Linux x64), else one
 * that is installed. Throws BrowserMissing with what to do.
 */
export async function findBrowser(options: FindOptions = {}): Promise<FoundBrowser> {
  const environment = options.environment ?? process.env;
  const named = environment["LAPSE_CHROME"];
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return { executable: named, environment: {}, shell: isShell(named) };
    throw new BrowserMissing(
      `LAPSE_CHROME names ${named}, where no file is; point it at Chrome, Chromium or Edge.`,
    );
  }
  const platform = options.platform ?? process.platform;
  if (platform === "linux" && (options.arch ?? process.arch) === "x64") {
    return { ...(await unpackChromium(options.cache, options.onUnpack)), shell: true };
  }
  const installed = candidates(platform, environment).find((path) => existsSync(path));
  if (installed !== undefined) return { executable: installed, environment: {}, shell: false };
  throw new BrowserMissing(
    "No browser was found: install Chrome, Chromium or Edge, or set LAPSE_CHROME to the path of one.",
  );
}

/**
 * Finds a full browser, one that can show a window and keep a profile: `LAPSE_CHROME`, else one that is installed.
 * The Chromium that npm brings can do neither. Throws BrowserMissing with what to do.
 */
export function findFullBrowser(options: Pick<FindOptions, "platform" | "environment"> = {}): FoundBrowser {
  const environment = options.environment ?? process.env;
  const named = environment["LAPSE_CHROME"];
  const installed =
    named === undefined || named === ""
      ? candidates(options.platform ?? process.platform, environment).find((path) => existsSync(path))
      : named;
  if (installed === undefined)
    throw new BrowserMissing(
      "No full browser was found, and a window of Lapse's own needs one: install Chrome, Chromium or Edge (on Debian 'apt-get install -y chromium'), or set LAPSE_CHROME to the path of one.",
    );
  if (!existsSync(installed))
    throw new BrowserMissing(
      `LAPSE_CHROME names ${installed}, where no file is; point it at Chrome, Chromium or Edge.`,
    );
  if (isShell(installed))
    throw new BrowserMissing(
      `LAPSE_CHROME names ${installed}, which can show no window; point it at a full Chrome, Chromium or Edge.`,
    );
  return { executable: installed, environment: {}, shell: false };
}

function isShell(executable: string): boolean {
  return /headless[-_]shell/.test(executable);
}

function candidates(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  switch (platform) {
    case "darwin":
      return [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        join(homedir(), "Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
      ];
    case "win32":
      return ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((name) => {
        const folder = environment[name];
        if (folder === undefined) return [];
        return [
          join(folder, "Google/Chrome/Application/chrome.exe"),
          join(folder, "Chromium/Application/chrome.exe"),
          join(folder, "Microsoft/Edge/Application/msedge.exe"),
        ];
      });
    default:
      return ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser", "microsoft-edge"].map(
        (name) => `/usr/bin/${name}`,
      );
  }
}

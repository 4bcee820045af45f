import { existsSync } from "node:fs";

/** A whole browser, with windows and extensions; the headless shell that npm brings has neither. */
export type FullBrowser =
  | { readonly found: true; readonly executable: string }
  /** Why there is none: what a test that was not run says. */
  | { readonly found: false; readonly reason: string };

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/usr/bin/microsoft-edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The one that LAPSE_CHROME names, where it is a whole one, else one that is installed. */
export function findFullBrowser(named = process.env["LAPSE_CHROME"] ?? ""): FullBrowser {
  const whole = named !== "" && !/headless[-_]shell/.test(named) ? [named] : [];
  const executable = [...whole, ...installed].find((path) => existsSync(path));
  if (executable !== undefined) return { found: true, executable };
  return {
    found: false,
    reason: "no whole browser was found (install Debian's chromium, or set LAPSE_CHROME to Chrome or Edge)",
  };
}

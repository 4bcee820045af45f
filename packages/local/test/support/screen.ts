import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { findFullBrowser } from "@lapse/browser/find";
import { needScreen } from "../../src/connect/screen.ts";

/** A screen on which windows can be opened, or why there is none here. */
export type Screen =
  | { readonly kind: "there"; close(): void }
  | { readonly kind: "missing"; readonly why: string };

/** The screen of this computer, or else one of Xvfb; DISPLAY names it from then on. */
export async function openScreen(): Promise<Screen> {
  try {
    findFullBrowser();
  } catch (cause) {
    return { kind: "missing", why: `no full browser: ${cause instanceof Error ? cause.message : ""}` };
  }
  try {
    needScreen();
    return { kind: "there", close: () => undefined };
  } catch {
    return startXvfb();
  }
}

async function startXvfb(): Promise<Screen> {
  // It takes a number that is free and says which.
  const child = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const number = await firstLine(child);
  if (number === null) return { kind: "missing", why: "no screen, and no Xvfb that starts" };
  process.env["DISPLAY"] = `:${number}`;
  return {
    kind: "there",
    close: () => {
      delete process.env["DISPLAY"];
      child.kill();
    },
  };
}

function firstLine(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", () => resolve(null));
    if (child.stdout !== null) createInterface(child.stdout).once("line", resolve);
  });
}

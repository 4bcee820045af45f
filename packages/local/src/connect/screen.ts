import { StackRefused } from "../stack/errors.ts";

/** Throws StackRefused where no window can be shown: on Linux a screen is named in the environment, or there is none. */
export function needScreen(
  platform: NodeJS.Platform = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): void {
  if (platform === "darwin" || platform === "win32") return;
  if (["DISPLAY", "WAYLAND_DISPLAY"].some((name) => (environment[name] ?? "") !== "")) return;
  throw new StackRefused(
    "There is no screen to show a window on (DISPLAY is not set): run 'lapse connect' in a terminal on the desktop itself, or paste a session on the pages.",
  );
}

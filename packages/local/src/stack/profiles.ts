import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const folder = "profiles";

/** Where the browser profile of a member lies, in which they signed in by hand. */
export function profileDirectory(data: string, memberId: string): string {
  // An id is of our own making, and yet it becomes a path here.
  if (!/^[\w-]{1,128}$/.test(memberId)) throw new Error("A member's id is none that a folder can have.");
  return join(data, folder, memberId);
}

export function forgetProfile(data: string, memberId: string): void {
  rmSync(profileDirectory(data, memberId), { recursive: true, force: true, maxRetries: 3 });
}

/** Whose profiles there are. */
export function profilesIn(data: string): readonly string[] {
  const path = join(data, folder);
  return existsSync(path) ? readdirSync(path) : [];
}

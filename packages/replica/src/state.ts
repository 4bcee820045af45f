import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { MemberState } from "./member/member.ts";

/** Keeps the members' state in a JSON file, so that a demo that is started again goes on where it was. */
export interface StateFile {
  saved(slug: string): MemberState | undefined;
  /**
   * Writes the state as it is now. On disk when this returns: the site has to remember what it has answered, as the
   * real one does, also when the process is killed right after the answer.
   */
  changed(): void;
}

const version = 1;

export const noStateFile: StateFile = { saved: () => undefined, changed: () => undefined };

export function openStateFile(path: string, state: () => readonly MemberState[]): StateFile {
  const earlier = new Map(readStates(path).map((member) => [member.slug, member]));
  return {
    saved: (slug) => earlier.get(slug),
    changed: () => {
      const next = `${path}.next`;
      // Who is not back yet after a restart stays as they were.
      const members = [
        ...new Map([...earlier, ...state().map((member) => [member.slug, member] as const)]).values(),
      ];
      writeFileSync(next, JSON.stringify({ version, members }), { mode: 0o600 });
      renameSync(next, path);
    },
  };
}

/** A file that is absent is an empty state; one that cannot be understood throws. */
function readStates(path: string): readonly MemberState[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return [];
    throw new Error("the replica's state file cannot be read", { cause });
  }
  const parsed: unknown = JSON.parse(text);
  const ours = typeof parsed === "object" && parsed !== null && "version" in parsed && "members" in parsed;
  if (!ours || parsed.version !== version || !Array.isArray(parsed.members))
    throw new Error("the replica's state file is of another version; delete it to start afresh");
  return parsed.members;
}

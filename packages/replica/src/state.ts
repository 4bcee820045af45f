import { readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import type { MemberState } from "./member/member.ts";

/** Keeps the members' state in a JSON file, so that a demo that is started again goes on where it was. */
export interface StateFile {
  saved(slug: string): MemberState | undefined;
  /** Asks for a write; many changes in a row make one. */
  changed(): void;
  /** Resolves when everything asked for so far is on disk. */
  flush(): Promise<void>;
}

const version = 1;

export const noStateFile: StateFile = {
  saved: () => undefined,
  changed: () => undefined,
  flush: async () => undefined,
};

export function openStateFile(path: string, state: () => readonly MemberState[]): StateFile {
  const earlier = new Map(readStates(path).map((member) => [member.slug, member]));
  let dirty = false;
  let writing: Promise<void> | null = null;
  const write = async () => {
    // One tick: a burst of changes becomes one write, and the answer to the request goes out first.
    await new Promise((resolve) => setImmediate(resolve));
    while (dirty) {
      dirty = false;
      const next = `${path}.next`;
      await writeFile(next, JSON.stringify({ version, members: state() }), { mode: 0o600 });
      await rename(next, path);
    }
    writing = null;
  };
  const changed = () => {
    dirty = true;
    writing ??= write();
  };
  return {
    saved: (slug) => earlier.get(slug),
    changed,
    flush: async () => {
      await writing;
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

import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";

const root = new URL("./", import.meta.url);
const stripped = new Map<string, string>();

/** Where the page's scripts are served, in front of a path below this folder. */
export const assetPath = "/replica/asset/";

/**
 * A file of this folder as JavaScript for the page: the scripts that run there are TypeScript too, so that they
 * are checked with the rest and share the row's markup with the server. Null for anything that is no such file.
 */
export function assetText(path: string): string | null {
  if (!/^[\w-]+(\/[\w-]+)*\.ts$/.test(path)) return null;
  const known = stripped.get(path);
  if (known !== undefined) return known;
  let source: string;
  try {
    source = readFileSync(new URL(path, root), "utf8");
  } catch {
    return null;
  }
  const text = withoutWarning(() => stripTypeScriptTypes(source));
  stripped.set(path, text);
  return text;
}

/** Node says on every first use that stripping is experimental; that is no news to who starts the demo. */
function withoutWarning<T>(act: () => T): T {
  const emit = process.emitWarning;
  process.emitWarning = () => undefined;
  try {
    return act();
  } finally {
    process.emitWarning = emit;
  }
}

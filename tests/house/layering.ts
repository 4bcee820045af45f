import { posix } from "node:path";
import { reaches } from "./reaches.ts";
import type { Source } from "./sources.ts";

/** The page's own functions run in the browser, where timers and the like are the page's and not ours. */
const inPage = /^packages\/core\/src\/linkedin\/page\//;
const neverAnywhere = new Set(["Date.now", "Math.random", "new Date()", "Date()"]);

/**
 * What a file does that its place forbids, a sentence each: core imports no other package of ours and nothing of Node,
 * and reaches for no clock, chance, file or network; the replica knows nothing of core, and nothing but the demo, the
 * tests and the benchmarks knows the replica.
 */
export function layeringFaults({ path, text }: Source): string[] {
  const place = placeOf(path);
  if (place === null) return [];
  const { imports, globals } = reaches(text);
  const faults = imports.flatMap((specifier) => importFault(path, place, specifier) ?? []);
  if (place !== "core") return faults;
  const forbidden = globals.filter((name) => neverAnywhere.has(name) || !inPage.test(path));
  return [...faults, ...forbidden.map((name) => `${path} uses ${name}`)];
}

/** Which packages the sources of each may import, beside itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  browser: ["core"],
  extension: ["core"],
  functions: ["core", "browser"],
  replica: [],
  local: ["core", "browser", "functions", "replica"],
};

function placeOf(path: string): string | null {
  const place = /^packages\/([^/]+)\/src\//.exec(path)?.[1];
  return place !== undefined && place in mayImport ? place : null;
}

function importFault(path: string, place: string, specifier: string): string | null {
  const fault = `${path} imports ${specifier}`;
  if (specifier === "(computed)") return fault;
  if (place === "core" && specifier.startsWith("node:")) return fault;
  if (place === "core" && !/^(?:\.|@lapse\/|zod$|hono\/html$)/.test(specifier)) return fault;
  const target = packageOf(path, specifier);
  if (target === null || target === place) return null;
  return mayImport[place]?.includes(target) === true ? null : fault;
}

function packageOf(path: string, specifier: string): string | null {
  const named = /^@lapse\/([^/]+)/.exec(specifier)?.[1];
  if (named !== undefined) return named;
  if (!specifier.startsWith(".")) return null;
  const file = posix.join(posix.dirname(path), specifier);
  return /^packages\/([^/]+)\//.exec(file)?.[1] ?? "(outside)";
}

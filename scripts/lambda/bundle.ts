import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { build } from "esbuild";
import { type BundledFunction, bundledFunctions, bundling, type FunctionName } from "../../infra/bundling.ts";
import { installBeside } from "./beside.ts";
import { bundlesFolder, root } from "./paths.ts";

export interface Bundle {
  readonly name: FunctionName;
  /** The function's whole folder, as it would lie on AWS. */
  readonly folder: string;
  /** As Lambda names it: file without its extension, and export. */
  readonly handler: string;
  /** The entry and what it imports at once. */
  readonly startBytes: number;
  /** What is imported only when it is used. */
  readonly laterBytes: number;
  readonly unpackedBytes: number;
  /** The packages, and folders of ours, that weigh most in the start; bytes. */
  readonly heaviest: readonly (readonly [string, number])[];
}

/** SST adds these lines to each file: packages that are no modules still call `require`. */
const banner = [
  `import { createRequire as topLevelCreateRequire } from 'module';`,
  `const require = topLevelCreateRequire(import.meta.url);`,
  `import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url"`,
  `const __filename = topLevelFileUrlToPath(import.meta.url)`,
  `const __dirname = topLevelFileUrlToPath(new topLevelURL(".", import.meta.url))`,
].join("\n");

/**
 * Bundles a function as SST 4.17.1 does for a deploy (`pkg/runtime/node/build.go` of its source), with the esbuild that
 * is in its CLI. Unlike SST it leaves no source map: SST uploads none either, unless it is asked for one.
 */
export async function bundle(name: FunctionName, into = bundlesFolder): Promise<Bundle> {
  const { handler, install, copyFiles, keepNames }: BundledFunction = bundledFunctions[name];
  const folder = join(into, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`${handler.replace(/\.\w+$/, "")}.ts`],
    ...{ bundle: true, platform: "node", format: "esm", target: "esnext", mainFields: ["module", "main"] },
    ...{ keepNames, minify: bundling.minify, sourcemap: false, metafile: true, logLevel: "error" },
    external: ["sharp", "pg-native", ...Object.keys(install)],
    banner: { js: banner },
    ...(bundling.splitting
      ? { splitting: true, outdir: folder, outExtension: { ".js": ".mjs" }, entryNames: "bundle" }
      : { outfile: join(folder, "bundle.mjs") }),
  });
  for (const { from, to } of copyFiles) cpSync(join(root, from), join(folder, to), { recursive: true });
  if (Object.keys(install).length > 0)
    symlinkSync(await installBeside(install), join(folder, "node_modules"), "dir");

  const outputs = new Map(Object.entries(metafile.outputs).map(([path, each]) => [path, each] as const));
  const start = startOf(outputs);
  const bytesOf = (paths: Iterable<string>) =>
    [...paths].reduce((sum, path) => sum + (outputs.get(path)?.bytes ?? 0), 0);
  return {
    ...{ name, folder, handler: `bundle${extname(handler)}` },
    startBytes: bytesOf(start),
    laterBytes: bytesOf(outputs.keys()) - bytesOf(start),
    unpackedBytes: bytesBelow(folder),
    heaviest: heaviestOf([...start].flatMap((path) => Object.entries(outputs.get(path)?.inputs ?? {}))),
  };
}

type Outputs = ReadonlyMap<
  string,
  {
    readonly bytes: number;
    readonly imports: readonly { path: string; kind: string }[];
    readonly inputs: Inputs;
  }
>;
type Inputs = Readonly<Record<string, { readonly bytesInOutput: number }>>;

/** The entry's file, and every file that it or one of these imports without waiting. */
function startOf(outputs: Outputs): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (path: string) => {
    const output = outputs.get(path);
    if (output === undefined || found.has(path)) return;
    found.add(path);
    for (const { path: next, kind } of output.imports) if (kind === "import-statement") visit(next);
  };
  for (const path of outputs.keys()) if (path.endsWith("/bundle.mjs")) visit(path);
  return found;
}

function heaviestOf(inputs: readonly [string, { readonly bytesInOutput: number }][]): [string, number][] {
  const weights = new Map<string, number>();
  for (const [path, { bytesInOutput }] of inputs) {
    const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? dirname(path);
    weights.set(name, (weights.get(name) ?? 0) + bytesInOutput);
  }
  return [...weights].sort((one, other) => other[1] - one[1]).slice(0, 6);
}

/** Links are followed: what lies behind one is uploaded. */
function bytesBelow(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => {
    const path = join(folder, name);
    const stat = statSync(path);
    return sum + (stat.isDirectory() ? bytesBelow(path) : stat.size);
  }, 0);
}

/** A file of the bundle, as text: for looking at what is in it. */
export function codeOf({ folder }: Bundle): string {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".mjs"))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
}

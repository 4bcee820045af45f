import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { context, type Plugin } from "esbuild";
import { platformFolder, root } from "../paths.ts";

/** A change to one of the program's files, for a trial: the text must be there exactly once. */
export interface Patch {
  /** From the repository's root. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** Bundles the program, as the patches leave it, into a file in the platform's folder, where the components' packages are. */
export type BundleProgram = (outfile: string, patches: readonly Patch[]) => Promise<void>;

/**
 * Bundles sst.config.ts as SST's command does before it hands it to Pulumi: with the components and the providers as
 * globals. What the command fills in for one stage (`$app`, `$cli`) is read at run time here, so that one bundle serves
 * all. What did not change since the bundle before is not read again.
 */
export async function withBundler<Result>(work: (bundle: BundleProgram) => Promise<Result>): Promise<Result> {
  const components = join(platformFolder, "src/components/index.ts");
  const now: { patches: readonly Patch[] } = { patches: [] };
  const bundler = await context({
    stdin: {
      contents: `export { run } from ${JSON.stringify(join(platformFolder, "src/auto/run.ts"))};
        export { default as config } from ${JSON.stringify(join(root, "sst.config.ts"))};
        export * as pulumi from "@pulumi/pulumi";`,
      resolveDir: root,
      sourcefile: "eval.ts",
      loader: "ts",
    },
    outfile: join(platformFolder, "lapse-check.mjs"),
    write: false,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    keepNames: true,
    logLevel: "silent",
    define: { $app: "globalThis.lapseCheck.app", $cli: "globalThis.lapseCheck.cli", $dev: "false" },
    // In this order: the components import each other in circles, and come out whole only when begun at their index.
    inject: ["globals:lapse", join(platformFolder, "src/shim/run.js")],
    banner: {
      js: `import { createRequire as topLevelCreateRequire } from "module";
const require = topLevelCreateRequire(import.meta.url);`,
    },
    plugins: [globals(components), silentRpc, patching(now)],
  });
  try {
    return await work(async (outfile, patches) => {
      now.patches = patches;
      const [file] = (await bundler.rebuild()).outputFiles;
      await writeFile(outfile, file?.contents ?? "");
    });
  } finally {
    await bundler.dispose();
  }
}

/** `aws` and `sst`, which the program uses without importing them. */
function globals(components: string): Plugin {
  return {
    name: "globals",
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^globals:lapse$/ }, ({ path }) => ({ path, namespace: "globals" }));
      onLoad({ filter: /.*/, namespace: "globals" }, () => ({
        contents: `import * as aws from "@pulumi/aws"; import * as sst from ${JSON.stringify(components)}; export { aws, sst };`,
        resolveDir: platformFolder,
        loader: "ts",
      }));
    },
  };
}

/** The components ask SST's command for bundles and buckets over HTTP; here `answerRpc` in run.ts answers. */
const silentRpc: Plugin = {
  name: "rpc",
  setup: ({ onLoad }) => {
    onLoad({ filter: /src\/components\/rpc\/rpc\.ts$/ }, () => ({
      contents: `export const rpc = {
        call: (method, args) => globalThis.lapseCheck.rpc(method, args),
        MethodNotFoundError: class extends Error {},
        Provider: class { constructor(type) { this.type = type; } },
      };`,
      loader: "ts",
    }));
  },
};

function patching(now: { readonly patches: readonly Patch[] }): Plugin {
  return {
    name: "patches",
    setup: ({ onStart, onLoad, onEnd }) => {
      const used = new Set<Patch>();
      onStart(() => used.clear());
      onLoad({ filter: /(?:\/infra\/(?:watch\/)?[^/]+|\/sst\.config)\.ts$/ }, async ({ path }) => {
        let contents = await readFile(path, "utf8");
        for (const patch of now.patches.filter(({ file }) => path === join(root, file))) {
          used.add(patch);
          if (contents.split(patch.find).length !== 2) {
            throw new Error(`${patch.file} does not hold this exactly once, mend the fault: ${patch.find}`);
          }
          contents = contents.replace(patch.find, () => patch.replace);
        }
        return { contents, loader: "ts" };
      });
      onEnd(() => {
        const unused = now.patches.find((patch) => !used.has(patch));
        if (unused !== undefined)
          throw new Error(`${unused.file} is no part of the program, mend the fault.`);
      });
    },
  };
}

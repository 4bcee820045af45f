/**
 * How SST bundles each function, as data: the infrastructure hands it to SST, and `npm run lambda:check` bundles the same
 * entries in the same way and measures them.
 */

export interface CopiedFile {
  /** From the repository's root. */
  readonly from: string;
  /** From the root of the function's own folder on AWS, where its bundle lies. */
  readonly to: string;
}

export interface BundledFunction {
  /** File and export, from the repository's root, without the file's extension, as SST names a handler. */
  readonly handler: string;
  /** Packages that lie beside the bundle instead of in it, each with its exact version: SST installs them without a lock. */
  readonly install: Readonly<Record<string, string>>;
  readonly copyFiles: readonly CopiedFile[];
  /** False where functions travel as text: each would call what esbuild put beside them to keep their names. */
  readonly keepNames: boolean;
}

/**
 * The same for all functions. SST adds ESM and a `require` for packages that still call it. Splitting leaves
 * what is imported only when it is used in files of its own (the Encryption SDK, the SDK's other ways to credentials): a
 * cold start of the web took 182 ms without it and 142 ms with it, of the sweep 282 and 214 (medians of nine, under the
 * runtime interface client). Not `sourcemap: false`: as SST's source reads (`pkg/runtime/node/build.go`), maps are made in
 * any case, and only without a word about them are they left out of what is uploaded.
 */
export const bundling = { minify: true, splitting: true } as const;

const plain = { install: {}, copyFiles: [], keepNames: true } as const;

/** The functions by their names in SST. */
export const bundledFunctions = {
  Dispatch: {
    handler: "packages/functions/src/dispatch/lambda.handler",
    ...plain,
  },
  DigestDispatch: {
    handler: "packages/functions/src/digest/dispatchLambda.handler",
    ...plain,
  },
  Sweep: {
    handler: "packages/functions/src/sweep/lambda.handler",
    // It reads its own compressed browser from files beside its code, so it cannot be inside a bundle.
    install: { "@sparticuz/chromium": "153.0.0" },
    copyFiles: [],
    // What runs in the page is the source text of core/src/linkedin/page.
    keepNames: false,
  },
  Digest: { handler: "packages/functions/src/digest/lambda.handler", ...plain },
  Web: {
    handler: "packages/functions/src/web/lambda.handler",
    ...plain,
    copyFiles: [
      { from: "packages/functions/src/web/assets", to: "assets" },
      { from: "node_modules/@picocss/pico/css/pico.min.css", to: "assets/pico.css" },
    ],
  },
  MailEvents: {
    handler: "packages/functions/src/mailEvents/lambda.handler",
    ...plain,
  },
} as const satisfies Readonly<Record<string, BundledFunction>>;

export type FunctionName = keyof typeof bundledFunctions;

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
}

/** The same for all functions. SST adds ESM, `keepNames`, and a `require` for packages that still call it. */
export const bundling = { minify: true, sourcemap: false, splitting: false } as const;

/** The functions by their names in SST. */
export const bundledFunctions = {
  Dispatch: { handler: "packages/functions/src/dispatch/lambda.handler", install: {}, copyFiles: [] },
  DigestDispatch: {
    handler: "packages/functions/src/digest/dispatchLambda.handler",
    install: {},
    copyFiles: [],
  },
  Sweep: {
    handler: "packages/functions/src/sweep/lambda.handler",
    // It reads its own compressed browser from files beside its code, so it cannot be inside a bundle.
    install: { "@sparticuz/chromium": "153.0.0" },
    copyFiles: [],
  },
  Digest: { handler: "packages/functions/src/digest/lambda.handler", install: {}, copyFiles: [] },
  Web: {
    handler: "packages/functions/src/web/lambda.handler",
    install: {},
    copyFiles: [
      { from: "packages/functions/src/web/assets", to: "assets" },
      { from: "node_modules/@picocss/pico/css/pico.min.css", to: "assets/pico.css" },
    ],
  },
  MailEvents: {
    handler: "packages/functions/src/mailEvents/lambda.handler",
    install: {},
    copyFiles: [],
  },
} as const satisfies Readonly<Record<string, BundledFunction>>;

export type FunctionName = keyof typeof bundledFunctions;

import type { Patch } from "../program/bundle.ts";

/** What an operator does to the program one day, after which every rule has to hold as before. */
export interface Change {
  readonly name: string;
  readonly patches: readonly Patch[];
  readonly settings: Readonly<Record<string, string>>;
}

/** The policy beyond which no role may go, where the deploying role demands one. */
export const boundary = "arn:aws:iam::123456789012:policy/lapse-boundary";

/** As docs/operations.md tells to do it: by hand, in one file, and committed. */
export const changes: readonly Change[] = [
  {
    name: "a restored table in the place of its own",
    patches: [
      {
        ...{ file: "infra/stage.ts", find: "protect: true,\n  restoredTable: null," },
        replace: 'protect: true,\n  restoredTable: "lapse-restored",',
      },
    ],
    settings: {},
  },
  {
    name: "another key",
    patches: [{ file: "infra/key.ts", find: '"SessionsKey",', replace: '"SessionsKey2",' }],
    settings: {},
  },
  {
    name: "no concurrency of its own",
    patches: [
      { file: "infra/stage.ts", find: "reservesSweeps: true,", replace: "reservesSweeps: false," },
      { file: "infra/stage.ts", find: "pagesAtOnce: 20,", replace: "pagesAtOnce: null," },
    ],
    settings: {},
  },
  {
    name: "a mail domain that SES knows already",
    patches: [{ file: "infra/stage.ts", find: "registers: production", replace: "registers: false" }],
    settings: {},
  },
  { name: "a boundary for its roles", patches: [], settings: { LAPSE_BOUNDARY: boundary } },
];

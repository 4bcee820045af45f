import { parseArgs } from "node:util";

export type StartOptions =
  | { readonly kind: "run"; readonly once: boolean; readonly data: string }
  | { readonly kind: "help" }
  | { readonly kind: "wrong"; readonly why: string };

export const startHelp = `Usage: npm start [-- --once] [-- --data DIR]

Starts all of Lapse on this computer and shows what it does, on a replica: an imitation of
LinkedIn's page with invented people. LinkedIn itself is never contacted.

  --once       end when the demo has been shown; exit status 1 where it did not end well
  --data DIR   where members, mails and the replica live (default .lapse); a second start
               with the same DIR goes on where the first stopped
  --help       this text
`;

export function startOptions(args: readonly string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { once: { type: "boolean" }, data: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
    if (values.help === true) return { kind: "help" };
    if (values.data === "") return { kind: "wrong", why: "--data needs a directory" };
    return { kind: "run", once: values.once ?? false, data: values.data ?? ".lapse" };
  } catch (error) {
    const why = error instanceof Error ? (error.message.split(/[.\n]/, 1)[0] ?? "") : "";
    return { kind: "wrong", why };
  }
}

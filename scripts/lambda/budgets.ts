import type { FunctionName } from "../../infra/bundling.ts";
import type { Bundle } from "./bundle.ts";

const kilobyte = 1_000;
const megabyte = 1_000_000;

/** `start`: the minified code that a cold start reads. `unpacked`: everything that is uploaded, as it lies on AWS. */
export interface Budget {
  readonly start?: number;
  readonly unpacked?: number;
}

/** Bytes. What is loaded by an `import()` when it is used counts as unpacked alone. */
export const budgets: Readonly<Record<FunctionName, Budget>> = {
  Dispatch: { start: 700 * kilobyte },
  DigestDispatch: { start: 700 * kilobyte },
  Digest: { start: 700 * kilobyte },
  MailEvents: { start: 700 * kilobyte },
  Web: { start: 900 * kilobyte, unpacked: 2 * megabyte },
  Sweep: { unpacked: 90 * megabyte },
};

/** A sentence for each size that is over its budget. */
export function overBudget(name: FunctionName, { startBytes, unpackedBytes }: Bundle): string[] {
  const { start, unpacked } = budgets[name];
  const over = (what: string, bytes: number, most: number | undefined) =>
    most !== undefined && bytes >= most
      ? [`${name}: ${what} is ${sized(bytes)}, and its budget is below ${sized(most)}`]
      : [];
  return [
    ...over("the code read at a cold start", startBytes, start),
    ...over("the unpacked function", unpackedBytes, unpacked),
  ];
}

export function sized(bytes: number): string {
  return bytes < 10 * megabyte
    ? `${(bytes / kilobyte).toFixed(0)} KB`
    : `${(bytes / megabyte).toFixed(1)} MB`;
}

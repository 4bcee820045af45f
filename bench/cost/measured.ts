import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const time = z.number().positive();

/** What `npm run lambda:check` measured; ms, and MB at the peak. */
const measuredSchema = z.object({
  functions: z.record(
    z.enum(["dispatch", "digestDispatch", "sweep", "digest", "web", "mailEvents"]),
    z.object({ initMs: time, warmMs: time, maxMemoryMb: time }),
  ),
  /** Of a warm sweep: the whole without a withdrawal, and what each withdrawal adds, its proof included, its pause not. */
  sweep: z.object({ readMs: time, withdrawalMs: time, unpackMs: time }),
});

export type Measured = z.output<typeof measuredSchema>;

export const measuredFile = ".lapse/measured/lambda.json";

/** Throws where the bundles were not measured yet, saying how they are. */
export function readMeasured(): Measured {
  const path = join(import.meta.dirname, "../..", measuredFile);
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new Error(
      `${measuredFile} is not there: run 'npm run lambda:check' first, which measures the bundles.`,
      {
        cause,
      },
    );
  }
  return measuredSchema.parse(JSON.parse(text));
}

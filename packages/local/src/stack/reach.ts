import * as z from "zod";

const origin = z.url({ protocol: /^https?$/ });

/** Where a running instance's parts answer: all of them on this computer, but for the site. */
export const reachSchema = z.strictObject({
  database: origin,
  queue: origin,
  mail: origin,
  sweepQueueUrl: origin,
  digestQueueUrl: origin,
  /** Where members reach the pages. */
  form: origin,
  site: origin,
});

export type Reach = z.output<typeof reachSchema>;

import * as z from "zod";
import { OperatorError } from "./errors.ts";

/** How sealed sessions are locked: a KMS key on AWS, a key file on one's own computer. */
export type Sealing =
  | { readonly kind: "kms"; readonly keyArn: string }
  | { readonly kind: "file"; readonly path: string };

/** Everything the functions take from their environment. Endpoints and credentials are read by the AWS SDK itself. */
export interface Config {
  readonly table: string;
  readonly sweepQueueUrl: string;
  readonly digestQueueUrl: string;
  readonly mailFrom: string;
  /** The SES configuration set that says what becomes of the mails; null where nobody hears of it. */
  readonly mailConfigurationSet: string | null;
  /** Scheme and host under which members reach the pages, without a slash at the end. */
  readonly webOrigin: string;
  /** The site that sweeps work on. */
  readonly site: string;
  readonly sealing: Sealing;
}

const origin = z
  .url({ protocol: /^https?$/ })
  .refine((text) => new URL(text).pathname === "/" && new URL(text).search === "", "it has a path")
  .transform((text) => new URL(text).origin);

const sealing = z.string().transform((text, context): Sealing => {
  if (/^kms:arn:[^:]+:kms:/.test(text)) return { kind: "kms", keyArn: text.slice("kms:".length) };
  if (/^file:./.test(text)) return { kind: "file", path: text.slice("file:".length) };
  context.addIssue("it is neither kms: nor file:");
  return z.NEVER;
});

const variables = {
  LAPSE_TABLE: { schema: z.string().min(3), fix: "the name of the DynamoDB table, for example lapse" },
  LAPSE_SWEEP_QUEUE_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    fix: "the URL of the SQS queue of sweeps",
  },
  LAPSE_DIGEST_QUEUE_URL: {
    schema: z.url({ protocol: /^https?$/ }),
    fix: "the URL of the SQS queue of digests",
  },
  LAPSE_MAIL_FROM: {
    // No line break can get into a header from here.
    schema: z.string().regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/),
    fix: "the sender of digests, for example Lapse <digest@example.org>",
  },
  LAPSE_MAIL_CONFIGURATION_SET: {
    schema: z
      .string()
      .regex(/^[A-Za-z0-9_-]{1,64}$/)
      .optional(),
    fix: "the name of the SES configuration set, for example lapse-mails, or leave it out",
  },
  LAPSE_WEB_ORIGIN: {
    schema: origin,
    fix: "where members reach the pages, for example https://lapse.example.org",
  },
  LAPSE_SITE: {
    schema: origin.default("https://www.linkedin.com"),
    fix: "the site to work on, for example https://www.linkedin.com",
  },
  LAPSE_SEALING: {
    schema: sealing,
    fix: "kms:<key ARN>, or file:<path of a key file of 32 bytes that only its owner can read>",
  },
} as const;

type Values = { [Name in keyof typeof variables]: z.output<(typeof variables)[Name]["schema"]> };

/** Reads the environment once, at cold start. Names every variable that is wrong, and never prints a value. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const wrong: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema, fix }] of Object.entries(variables)) {
    const text = environment[name] === "" ? undefined : environment[name];
    const read = schema.safeParse(text);
    if (read.success) values[name] = read.data;
    else wrong.push(`${name} is ${text === undefined ? "not set" : "not usable"}: set it to ${fix}.`);
  }
  if (wrong.length > 0) throw new OperatorError(wrong.join(" "));
  const read = values as Values;
  return {
    table: read.LAPSE_TABLE,
    sweepQueueUrl: read.LAPSE_SWEEP_QUEUE_URL,
    digestQueueUrl: read.LAPSE_DIGEST_QUEUE_URL,
    mailFrom: read.LAPSE_MAIL_FROM,
    mailConfigurationSet: read.LAPSE_MAIL_CONFIGURATION_SET ?? null,
    webOrigin: read.LAPSE_WEB_ORIGIN,
    site: read.LAPSE_SITE,
    sealing: read.LAPSE_SEALING,
  };
}

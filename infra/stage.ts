import * as z from "zod";

/** Everything that differs between stages, in one place. Sizes are bought for what bench/ measured. */
export interface Stage {
  readonly name: string;
  readonly production: boolean;
  /** What happens to data when it disappears from the program: `retain` leaves it in the account. */
  readonly removal: "remove" | "retain";
  /** Whether `sst remove` refuses this stage, and the table refuses to be deleted. */
  readonly protect: boolean;
  /** Where members reach the pages; null: the name that CloudFront gives. */
  readonly domain: string | null;
  readonly mail: Sender;
  /** Who is told by mail when an alarm goes off; null: nobody. */
  readonly alarmMail: string | null;
  /** ARN of the policy beyond which no role of ours may go (infra/access/boundary.json); null: none. */
  readonly boundary: string | null;
  /**
   * The name of a table that was restored from a back-up, to be used in place of the program's own; null: its own. It
   * stands here and not in the environment, because every later deployment has to know it: one that did not would make
   * a new, empty table, and point everything at that. Write it down, commit it, deploy.
   */
  readonly restoredTable: string | null;
  /** Sweeps that run at the same time: at least two, which are the fewest that Lambda takes from a queue. */
  readonly sweepsAtOnce: number;
  /**
   * Whether so many are kept for sweeps. AWS lets nobody reserve the last 100 of an account's concurrency, and a new
   * account has 10 in all: there, a stage that reserves anything cannot be deployed.
   */
  readonly reservesSweeps: boolean;
  /** Pages that are answered at the same time, kept for them and no more; null: as many as the account has left. */
  readonly pagesAtOnce: number | null;
  readonly logRetention: "3 months" | "1 week";
  /** Days until a key whose deletion was ordered is gone, with everything that it sealed: 7 to 30. */
  readonly keyDeletionDays: number;
  /** What a month may cost before the operator is told; see docs/operations.md for what it does cost. */
  readonly monthlyDollars: number;
}

export interface Sender {
  /** As mails show it, for example `Lapse <digest@example.org>`. */
  readonly from: string;
  /** The bare address in it. */
  readonly address: string;
  /** The domain of the address: what SES has to know as ours. */
  readonly domain: string;
  /** Whether this stage registers the domain with SES. Another stage sends from one that the account has already. */
  readonly registers: boolean;
}

const hostName = z
  .string()
  .toLowerCase()
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/);
const address = /^[^\s@<>"]+@[^\s@<>"]+$/;
const sender = z.string().transform((from, context) => {
  const bare = (/^[^\r\n<>]*<([^<>]+)>$/.exec(from)?.[1] ?? from).trim();
  const domain = hostName.safeParse(bare.split("@")[1]);
  if (address.test(bare) && domain.success) return { from, address: bare, domain: domain.data };
  context.addIssue("it is no address");
  return z.NEVER;
});

const settings = {
  LAPSE_DOMAIN: {
    schema: hostName,
    fix: "the host name of the pages, for example lapse.example.org, in a Route 53 zone of the account",
  },
  LAPSE_MAIL_FROM: {
    schema: sender,
    fix: "the sender of the digests, for example Lapse <digest@example.org>",
  },
  LAPSE_ALARM_MAIL: {
    schema: z.string().regex(address),
    fix: "the address that alarms are sent to, for example operator@example.org",
  },
  LAPSE_BOUNDARY: {
    schema: z.string().regex(/^arn:aws:iam::\d{12}:policy\/[\w+=,.@/-]+$/),
    fix: "the ARN of the policy made of infra/access/boundary.json, or nothing",
  },
} as const;

const optional: ReadonlySet<string> = new Set(["LAPSE_BOUNDARY"]);

/** SES knows nobody's domain here, so a stage that was given no sender sends no mail: SES refuses each. */
const noSender = { from: "Lapse <lapse@example.com>", address: "lapse@example.com", domain: "example.com" };

/**
 * The stage's sizes and settings. Production has to be told everything but what is optional; other stages do without.
 * @throws with each setting that is missing or not usable, and what to set it to
 */
export function stageOf(name: string, environment: Readonly<Record<string, string | undefined>>): Stage {
  const production = name === "production";
  const wrong: string[] = [];
  const read = <Name extends keyof typeof settings>(variable: Name) => {
    const { schema, fix } = settings[variable];
    const text = environment[variable] || undefined;
    if (text === undefined && (!production || optional.has(variable))) return null;
    const parsed = schema.safeParse(text);
    if (parsed.success) return parsed.data as z.output<(typeof settings)[Name]["schema"]>;
    wrong.push(`${variable} is ${text === undefined ? "not set" : "not usable"}: set it to ${fix}.`);
    return null;
  };
  const domain = read("LAPSE_DOMAIN");
  const from = read("LAPSE_MAIL_FROM");
  const alarmMail = read("LAPSE_ALARM_MAIL");
  const boundary = read("LAPSE_BOUNDARY");
  if (wrong.length > 0) throw new Error(`Stage ${name}: ${wrong.join(" ")}`);
  const mail = { ...(from ?? noSender), registers: production };
  return {
    name,
    production,
    domain,
    mail,
    alarmMail,
    boundary,
    ...(production ? large : small),
  };
}

const large = {
  removal: "retain",
  protect: true,
  restoredTable: null,
  sweepsAtOnce: 20,
  reservesSweeps: true,
  // Some hundred requests a second. Without a limit of their own, whoever floods the one address that everybody can
  // reach would take the whole account's concurrency from the schedules and the workers, and at its price: twenty at
  // once cost at most $29 a day, a thousand $1,440.
  pagesAtOnce: 20,
  logRetention: "3 months",
  keyDeletionDays: 30,
  monthlyDollars: 100,
} as const satisfies Partial<Stage>;

const small = {
  removal: "remove",
  protect: false,
  restoredTable: null,
  sweepsAtOnce: 2,
  reservesSweeps: false,
  pagesAtOnce: null,
  logRetention: "1 week",
  keyDeletionDays: 7,
  monthlyDollars: 10,
} as const satisfies Partial<Stage>;

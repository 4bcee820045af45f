/**
 * What is counted, by name, each with its unit: the functions write these and the alarms read them.
 */
export const metricUnits = {
  /** One for each run of the hourly dispatch that came to its end; its silence is an alarm. */
  DispatchRun: "Count",
  SweepsDispatched: "Count",
  /**
   * Members, of those claimed now, whose sweep has been due for more than 36 hours. A claim lasts two hours, so one of
   * them is counted in every second run: look at the highest of three hours.
   */
  MembersOverdue: "Count",
  RecordsUnreadable: "Count",
  /** One for each run of the hourly search for due digests. */
  DigestRun: "Count",
  DigestsDispatched: "Count",
  DigestsSent: "Count",
  DigestsFailed: "Count",
  /** One for each sweep or errand that met the site and came to its end: what the rates of the next are parts of. */
  SweepsEnded: "Count",
  /** One for each message that a fault of ours ended. */
  SweepsFailed: "Count",
  PageDrift: "Count",
  /** Checks, refusals and "slow down": the site defends itself. */
  Challenged: "Count",
  Withdrawn: "Count",
  Unverified: "Count",
  SweepTime: "Milliseconds",
  MailsBounced: "Count",
  MailsComplained: "Count",
  MailsRejected: "Count",
  /** Mails with a code to sign in that SES did not take, or perhaps did not: somebody waits in front of the door. */
  CodesFailed: "Count",
  /** At each run of the dispatch: 1 while everything is stopped by an operator's word, else 0. */
  Stopped: "Count",
} as const satisfies Readonly<Record<string, "Count" | "Milliseconds">>;

export type MetricName = keyof typeof metricUnits;

/**
 * Which function counts which, by the functions' names in metrics and logs. An alarm on any other pair would look at
 * what nobody writes, and never go off.
 */
export const countedBy = {
  dispatch: ["DispatchRun", "SweepsDispatched", "MembersOverdue", "RecordsUnreadable", "Stopped"],
  "digest-dispatch": ["DigestRun", "DigestsDispatched", "RecordsUnreadable"],
  sweep: [
    ...(["SweepsEnded", "SweepsFailed", "PageDrift", "Challenged"] as const),
    ...(["Withdrawn", "Unverified", "SweepTime"] as const),
  ],
  digest: ["DigestsSent", "DigestsFailed"],
  web: ["CodesFailed"],
  "mail-events": ["MailsBounced", "MailsComplained", "MailsRejected"],
} as const satisfies Readonly<Record<string, readonly MetricName[]>>;

/** The functions as they are named in metrics and logs. */
export type Service = keyof typeof countedBy;
/** What this function counts. */
export type CountedBy<By extends Service> = (typeof countedBy)[By][number];

/** All metrics of one stage are under this name and the stage's, as in `Lapse/production`. */
export const metricNamespace = "Lapse";

/** Counts what happened. Never throws, and holds nothing of a member. */
export interface Metrics {
  readonly add: (name: MetricName, value: number) => void;
  /** Writes what was added since; called once at the end of an invocation. */
  readonly flush: () => void;
}

/** For where nobody reads them. */
export const noMetrics: Metrics = { add: () => undefined, flush: () => undefined };

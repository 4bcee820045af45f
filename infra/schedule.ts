/** Trusts the scheduler, and only for schedules of this account. https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html */
function schedulerTrust() {
  return aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        actions: ["sts:AssumeRole"],
        principals: [{ type: "Service", identifiers: ["scheduler.amazonaws.com"] }],
        conditions: [
          {
            test: "StringEquals",
            variable: "aws:SourceAccount",
            values: [aws.getCallerIdentityOutput().accountId],
          },
        ],
      },
    ],
  }).json;
}

/**
 * Calls the function every hour. The scheduler tries again for an hour, then the call is a dead letter; it does not wait
 * for the function, so the function has a destination of its own for what it fails at.
 */
export function everyHour(name: string, minute: number, target: sst.aws.Function, dead: sst.aws.Queue): void {
  new sst.aws.CronV2(name, {
    schedule: `cron(${minute} * * * ? *)`,
    function: target.arn,
    event: { schedule: name },
    retries: 4,
    dlq: dead.arn,
    transform: {
      role: (args) => {
        args.assumeRolePolicy = schedulerTrust();
      },
      schedule: (args) => {
        // A call that is an hour late does what the next one does anyway.
        args.target = $output(args.target).apply((set) => ({
          ...set,
          retryPolicy: { maximumRetryAttempts: 4, maximumEventAgeInSeconds: 3_600 },
        }));
      },
    },
  });
}

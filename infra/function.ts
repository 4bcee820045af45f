import { type BundledFunction, bundledFunctions, bundling, type FunctionName } from "./bundling.ts";
import type { Stage } from "./stage.ts";

export type Permission = sst.aws.FunctionPermissionArgs;

export interface FunctionPlan {
  readonly name: FunctionName;
  readonly description: string;
  readonly timeout: `${number} seconds` | `${number} minutes`;
  readonly memory: `${number} MB`;
  readonly storage?: `${number} MB`;
  /** How many may run at once; without it, as many as the account allows. */
  readonly reserved?: number;
  readonly permissions: readonly Permission[];
  readonly link: readonly sst.Linkable<Record<string, unknown>>[];
  /** ARN of the queue for events that failed after all retries; for a function that AWS calls without waiting. */
  readonly failed?: $util.Output<string>;
  readonly url?: { readonly router: sst.aws.Router };
}

/** In days, as CloudWatch takes them. */
const days = { "3 months": 90, "1 week": 7 } as const;

/** Trusts the Lambda service and nobody else: SST's own default trusts everybody in the account whom IAM allows it. */
const lambdaTrust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } }],
});

/** One function: Node 24, its own log, its own role, and in its environment nothing but what SST needs to find the links. */
export function lapseFunction(stage: Stage, plan: FunctionPlan): sst.aws.Function {
  const { name } = plan;
  const bundled: BundledFunction = bundledFunctions[name];
  const log = logGroup(stage, name);
  return new sst.aws.Function(name, {
    handler: bundled.handler,
    description: plan.description,
    runtime: "nodejs24.x",
    architecture: "x86_64",
    timeout: plan.timeout,
    memory: plan.memory,
    storage: plan.storage ?? "512 MB",
    ...(plan.reserved === undefined ? {} : { concurrency: { reserved: plan.reserved } }),
    nodejs: { ...bundling, esbuild: { keepNames: bundled.keepNames }, install: { ...bundled.install } },
    copyFiles: [...bundled.copyFiles],
    logging: { logGroup: log.name },
    link: [...plan.link],
    permissions: [
      { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [$interpolate`${log.arn}:*`] },
      ...plan.permissions,
      ...(plan.failed === undefined ? [] : [{ actions: ["sqs:SendMessage"], resources: [plan.failed] }]),
    ],
    ...(plan.url === undefined
      ? {}
      : { url: { authorization: "iam", cors: false, router: { instance: plan.url.router } } }),
    ...(plan.failed === undefined ? {} : { retries: 2 }),
    transform: {
      role: (args) => {
        args.assumeRolePolicy = lambdaTrust;
        // The managed policy of SST lets a function write into every log of the account.
        args.managedPolicyArns = [];
      },
      eventInvokeConfig: (args) => {
        if (plan.failed === undefined) return;
        args.maximumEventAgeInSeconds = 3_600;
        args.destinationConfig = { onFailure: { destination: plan.failed } };
      },
    },
  });
}

/** Made here and not by SST, so that its name is known before the role that may write into it. */
function logGroup(stage: Stage, name: FunctionName) {
  return new aws.cloudwatch.LogGroup(`${name}Log`, {
    name: `/aws/lambda/${$app.name}-${stage.name}-${name}`,
    retentionInDays: days[stage.logRetention],
  });
}

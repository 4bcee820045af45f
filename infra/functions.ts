import type { FunctionName } from "./bundling.ts";
import type { Email } from "./email.ts";
import { type FunctionPlan, lapseFunction } from "./function.ts";
import { permissions } from "./permissions.ts";
import { type Queues, workerSeconds } from "./queues.ts";
import type { Stage } from "./stage.ts";

export interface Around {
  readonly table: sst.aws.Dynamo;
  readonly key: aws.kms.Key;
  readonly queue: Queues;
  readonly mail: Email;
  readonly router: sst.aws.Router;
  readonly links: FunctionPlan["link"];
}

export type Functions = Readonly<Record<FunctionName, sst.aws.Function>>;

/** The six functions: sizes here, rights in permissions.ts. */
export function functions(stage: Stage, { table, key, queue, mail, router, links }: Around): Functions {
  const may = permissions({
    table,
    key,
    sweeps: queue.sweeps,
    digests: queue.digests,
    sending: mail.sending,
  });
  const make = (plan: Omit<FunctionPlan, "permissions" | "link">) =>
    lapseFunction(stage, { ...plan, permissions: may[plan.name], link: links });
  const dispatcher = { timeout: "2 minutes", memory: "512 MB", failed: queue.scheduleDead.arn } as const;
  return {
    Dispatch: make({ ...dispatcher, name: "Dispatch", description: "Sends out the members who are due" }),
    DigestDispatch: make({
      ...dispatcher,
      name: "DigestDispatch",
      description: "Sends out the members whose digest is due",
    }),
    Sweep: make({
      name: "Sweep",
      description: "Sweeps one member's invitations with a browser",
      timeout: `${workerSeconds.sweep} seconds`,
      // Bought for its CPU: below 2,048 MB unpacking and starting the browser gets slow, above it gains nothing.
      memory: "2048 MB",
      storage: "1024 MB",
      ...(stage.reservesSweeps ? { reserved: stage.sweepsAtOnce } : {}),
    }),
    Digest: make({
      name: "Digest",
      description: "Writes digests and sends them",
      timeout: `${workerSeconds.digest} seconds`,
      memory: "512 MB",
    }),
    Web: make({
      name: "Web",
      description: "The pages",
      timeout: "20 seconds",
      memory: "1024 MB",
      ...(stage.pagesAtOnce === null ? {} : { reserved: stage.pagesAtOnce }),
      url: { router },
    }),
    MailEvents: make({
      name: "MailEvents",
      description: "Takes note of mails that bounced, were complained about or were refused",
      timeout: "30 seconds",
      memory: "256 MB",
      failed: queue.mailEventDead.arn,
    }),
  };
}

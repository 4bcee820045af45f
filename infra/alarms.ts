import type { Email } from "./email.ts";
import type { Functions } from "./functions.ts";
import type { Queues } from "./queues.ts";
import type { Stage } from "./stage.ts";

/** What alarms and the dashboard look at. */
export interface Watched {
  readonly stage: Stage;
  readonly table: sst.aws.Dynamo;
  readonly queue: Queues;
  readonly functions: Functions;
  readonly mail: Email;
  readonly mailRule: aws.cloudwatch.EventRule;
  readonly router: sst.aws.Router;
}

export function alarms(_watched: Watched): void {}

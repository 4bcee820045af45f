import type { Email } from "./email.ts";
import type { Queues } from "./queues.ts";
import type { Stage } from "./stage.ts";

export interface Linked {
  readonly table: sst.aws.Dynamo;
  readonly key: aws.kms.Key;
  readonly queue: Queues;
  readonly mail: Email;
  readonly router: sst.aws.Router;
}

/**
 * The names and addresses that packages/functions/src/resources.ts reads. None is a secret and none gives a right: a link
 * to one of SST's own components would bring every right on it.
 */
export function links(stage: Stage, { table, key, queue, mail, router }: Linked) {
  const link = <Properties extends Record<string, unknown>>(name: string, properties: Properties) =>
    new sst.Linkable(name, { properties });
  return [
    link("MemberTable", { name: table.name }),
    link("SweepQueue", { url: queue.sweeps.url }),
    link("DigestQueue", { url: queue.digests.url }),
    link("SessionKey", { arn: key.arn }),
    link("Mail", { from: stage.mail.from, configurationSet: mail.configurationSet.configurationSetName }),
    link("Pages", { origin: router.url }),
    link("Site", { origin: "https://www.linkedin.com" }),
  ];
}

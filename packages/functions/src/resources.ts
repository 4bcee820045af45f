import { Resource } from "sst";
import type { Config } from "./config.ts";

/**
 * What the infrastructure links to the functions on AWS, as the Config that the local stack reads from its environment.
 * The links hold names and addresses, never a secret; `sst-env.d.ts` gives their types.
 */
export function linkedConfig(): Config {
  return {
    table: Resource.MemberTable.name,
    sweepQueueUrl: Resource.SweepQueue.url,
    digestQueueUrl: Resource.DigestQueue.url,
    mailFrom: Resource.Mail.from,
    mailConfigurationSet: Resource.Mail.configurationSet,
    webOrigin: Resource.Pages.origin,
    site: Resource.Site.origin,
    sealing: { kind: "kms", keyArn: Resource.SessionKey.arn },
  };
}

/** The name that this is deployed under, such as `production`. */
export function linkedStage(): string {
  return Resource.App.stage;
}

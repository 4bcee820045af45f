import { setTimeout as pause } from "node:timers/promises";
import type { Config } from "../config.ts";
import type { Mailer } from "../mail/mailer.ts";
import { sesClient, sesMailer } from "../mail/ses.ts";

/** SES, reached through AWS_ENDPOINT_URL_SESV2 where that is set. */
export function sesMail(config: Pick<Config, "mailFrom" | "mailConfigurationSet">): Mailer {
  const { mailFrom: from, mailConfigurationSet: configurationSet } = config;
  return sesMailer(sesClient(), { from, configurationSet }, pause);
}

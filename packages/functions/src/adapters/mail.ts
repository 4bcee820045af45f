import { setTimeout as pause } from "node:timers/promises";
import type { Mailer } from "../mail/mailer.ts";
import { sesClient, sesMailer } from "../mail/ses.ts";

/** SES, reached through AWS_ENDPOINT_URL_SESV2 where that is set. */
export function sesMail(from: string): Mailer {
  return sesMailer(sesClient(), from, pause);
}

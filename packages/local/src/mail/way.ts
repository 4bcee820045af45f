import { setTimeout as pause } from "node:timers/promises";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import type { Mailer } from "@lapse/functions/mail/mailer";
import { sesMailer } from "@lapse/functions/mail/ses";
import { StackRefused } from "../stack/errors.ts";
import { smtpMailer } from "./smtp.ts";
import { smtpServerOf } from "./smtpServer.ts";

/** How mails leave: to the inbox of this computer, which needs nothing, or through a service of the operator's own. */
export type MailWay =
  | { readonly kind: "inbox" }
  | { readonly kind: "smtp" | "ses"; readonly mailer: Mailer; readonly from: string; readonly words: string };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads LAPSE_SMTP_URL, LAPSE_SES_REGION and LAPSE_MAIL_FROM. It has to be asked before the stack enters its own
 * environment: that one has no AWS credentials in it. Throws StackRefused.
 */
export async function mailWay(environment: Environment): Promise<MailWay> {
  const smtp = environment["LAPSE_SMTP_URL"] || undefined;
  const region = environment["LAPSE_SES_REGION"] || undefined;
  if (smtp !== undefined && region !== undefined)
    throw new StackRefused(
      "LAPSE_SMTP_URL and LAPSE_SES_REGION are both set: unset the one that is not meant.",
    );
  if (smtp !== undefined) {
    const from = senderOf(environment, "LAPSE_SMTP_URL");
    const server = smtpServerOf(smtp);
    const words = `through ${server.host}:${server.port}, from ${from}`;
    return { kind: "smtp", mailer: smtpMailer(server, from), from, words };
  }
  if (region !== undefined) {
    const from = senderOf(environment, "LAPSE_SES_REGION");
    return {
      kind: "ses",
      mailer: await ses(region, from),
      from,
      words: `through SES in ${region}, from ${from}`,
    };
  }
  return { kind: "inbox" };
}

/** No line break can get into a header from here. */
const sender = /^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/;

function senderOf(environment: Environment, because: string): string {
  const from = environment["LAPSE_MAIL_FROM"] ?? "";
  if (sender.test(from)) return from;
  const what = from === "" ? "is not set" : "is no sender";
  throw new StackRefused(
    `LAPSE_MAIL_FROM ${what}, and ${because} is: set it to the sender of the digests, for example "Lapse <lapse@example.org>".`,
  );
}

async function ses(region: string, from: string): Promise<Mailer> {
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region))
    throw new StackRefused("LAPSE_SES_REGION is no region: set it to one such as eu-central-1.");
  const own = new SESv2Client({ region });
  let credentials: Awaited<ReturnType<typeof own.config.credentials>>;
  try {
    credentials = await own.config.credentials();
  } catch (cause) {
    throw new StackRefused(
      "LAPSE_SES_REGION is set, and there are no AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.",
      { cause },
    );
  } finally {
    own.destroy();
  }
  // Both are named: the environment leads the functions' own clients to the emulators. One try, as everywhere.
  const endpoint = `https://email.${region}.amazonaws.com`;
  const client = new SESv2Client({ region, credentials, endpoint, maxAttempts: 1 });
  return sesMailer(client, { from, configurationSet: null }, pause);
}

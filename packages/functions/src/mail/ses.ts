import { SESv2Client, SESv2ServiceException, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { OperatorError, StoredStateError } from "../errors.ts";
import type { Mail, MailAbout, Mailer, MailOutcome } from "./mailer.ts";

/** A client that asks once. The SDK's own retries would send a second mail after a lost answer. */
export function sesClient(): SESv2Client {
  return new SESv2Client({ maxAttempts: 1 });
}

/** Who sends, and through what. */
export interface SesSender {
  /** As LAPSE_MAIL_FROM gives it. */
  readonly from: string;
  /** The configuration set that publishes what becomes of each mail; null where nobody hears of it. */
  readonly configurationSet: string | null;
}

/**
 * @param pause waits for so many milliseconds before a throttled mail, which SES did not take, is offered again
 */
export function sesMailer(
  client: SESv2Client,
  sender: SesSender,
  pause: (ms: number) => Promise<void>,
): Mailer {
  return {
    send: async (mail) => {
      const command = new SendEmailCommand(sendEmailInput(sender, mail));
      for (const wait of [1_000, 4_000, null]) {
        try {
          await client.send(command);
          return { kind: "sent" };
        } catch (error) {
          if (wait === null || !isThrottled(error)) return outcomeOf(error);
          await pause(wait);
        }
      }
      return { kind: "deferred", reason: "SES is throttling" };
    },
  };
}

function sendEmailInput({ from, configurationSet }: SesSender, mail: Mail) {
  return {
    FromEmailAddress: from,
    ...(configurationSet === null ? {} : { ConfigurationSetName: configurationSet }),
    EmailTags: tagsOf(mail.about),
    Destination: { ToAddresses: [mail.to] },
    Content: {
      Simple: {
        Subject: { Data: mail.subject, Charset: "UTF-8" },
        Body: {
          Text: { Data: mail.text, Charset: "UTF-8" },
          Html: { Data: mail.html, Charset: "UTF-8" },
        },
        ...(mail.unsubscribeUrl === undefined ? {} : { Headers: unsubscribeHeaders(mail.unsubscribeUrl) }),
      },
    },
  };
}

/** What the events of the configuration set carry back. SES takes these characters, and at most 256 of them. */
function tagsOf(about: MailAbout) {
  return Object.entries(about).map(([Name, Value]) => {
    if (!/^[A-Za-z0-9_-]{1,256}$/.test(Value))
      throw new StoredStateError(`A mail's ${Name} has signs in it that no id of ours has.`);
    return { Name, Value };
  });
}

/** Both are what RFC 8058 asks for; SES signs them with DKIM, and limits each value to 870 characters. */
function unsubscribeHeaders(url: string) {
  if (/[\r\n<>]/.test(url)) throw new OperatorError("The unsubscribe address is no plain URL.");
  return [
    { Name: "List-Unsubscribe", Value: `<${url}>` },
    { Name: "List-Unsubscribe-Post", Value: "List-Unsubscribe=One-Click" },
  ];
}

/**
 * SES says so before it takes a mail, so such a mail can be offered again. By its API reference a rate that is exceeded
 * is a 429 (TooManyRequestsException), and by its developer guide a quota is a ThrottlingException, which is a 400.
 */
function isThrottled(error: unknown): error is SESv2ServiceException {
  if (!(error instanceof SESv2ServiceException)) return false;
  const status = error.$metadata.httpStatusCode;
  return status === 429 || (status === 400 && error.name === "ThrottlingException");
}

/** Only an answer of the 4xx kind proves that the mail was not taken. The reason names the fault, never the mail. */
function outcomeOf(error: unknown): MailOutcome {
  const status = error instanceof SESv2ServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0;
  const name = error instanceof Error ? error.name : "unknown fault";
  if (isThrottled(error)) return { kind: "deferred", reason: `SES is throttling: ${name}` };
  if (status >= 400 && status < 500) return { kind: "refused", reason: `SES refused it: ${name}` };
  return { kind: "unclear", reason: `no clear answer from SES: ${name}` };
}

import { Readable } from "node:stream";
import type { Mail, Mailer, MailOutcome } from "@lapse/functions/mail/mailer";
import MailComposer from "nodemailer/lib/mail-composer/index.js";
import SMTPConnection from "nodemailer/lib/smtp-connection/index.js";
import type { SmtpServer } from "./smtpServer.ts";

/** How long the server may be silent, ms. Its last answer comes when it has stored the mail, and that may take. */
const silentMs = 120_000;
const helloMs = 20_000;

/**
 * Mails through an SMTP server, one connection a mail, each offered once. Until the server has said that it wants the
 * text of the mail, it has nothing: whatever goes wrong, the mail was not taken. After that only its own answer tells.
 * By RFC 5321 (4.2.1) a 4yz answer means that nothing was taken and that the same may be taken later; so it is with a
 * server that could not be reached, as of a computer that has no network yet.
 * @param from the sender, as LAPSE_MAIL_FROM gives it
 */
export function smtpMailer(server: SmtpServer, from: string): Mailer {
  return {
    send: async (mail) => {
      const composed = new MailComposer(contentOf(from, mail)).compile();
      const envelope = composed.getEnvelope();
      if (envelope.from === false) return { kind: "refused", reason: "the sender's address is not usable" };
      const bytes = await composed.build();
      return offer(server, { from: envelope.from, to: [mail.to] }, bytes);
    },
  };
}

function contentOf(from: string, { to, subject, html, text, unsubscribeUrl }: Mail) {
  return {
    ...{ from, to, subject, html, text },
    headers: unsubscribeUrl === undefined ? [] : unsubscribeHeaders(unsubscribeUrl),
    // A mail is text that was made here: nothing of it names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** Both are what RFC 8058 asks for; the server signs them with DKIM where it signs anything. */
function unsubscribeHeaders(url: string) {
  if (/[\r\n<>]/.test(url)) throw new Error("The unsubscribe address is no plain URL.");
  const header = (key: string, value: string) => ({ key, value: { prepared: true, value } });
  return [
    header("List-Unsubscribe", `<${url}>`),
    header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
  ];
}

interface Envelope {
  readonly from: string;
  readonly to: string[];
}

function offer(server: SmtpServer, envelope: Envelope, bytes: Buffer): Promise<MailOutcome> {
  const { host, port, secure, loopback, auth } = server;
  const connection = new SMTPConnection({
    ...{ host, port, secure, requireTLS: !secure && !loopback },
    ...{ connectionTimeout: helloMs, greetingTimeout: helloMs, socketTimeout: silentMs },
  });
  let begun = false;
  // It is read for the first time when the server has answered DATA with "go ahead".
  const content = new Readable({
    read() {
      begun = true;
      this.push(bytes);
      this.push(null);
    },
  });
  return new Promise((resolve) => {
    const end = (outcome: MailOutcome) => {
      resolve(outcome);
      connection.close();
    };
    const fail = (error: SmtpFault) => end(outcomeOf(error, begun));
    connection.on("error", fail);
    // Closed without an error and without an answer.
    connection.once("end", () => fail(new Error("closed")));
    const send = () =>
      connection.send(envelope, content, (error) => (error ? fail(error) : end({ kind: "sent" })));
    connection.connect((error) => {
      if (error) fail(error);
      else if (auth === null) send();
      else connection.login({ credentials: auth }, (refused) => (refused ? fail(refused) : send()));
    });
  });
}

type SmtpFault = Error & {
  readonly code?: string | undefined;
  readonly command?: string | undefined;
  readonly responseCode?: number | undefined;
};

/** The reason names the fault in words of ours: what a server says can quote the mail, or the password. */
function outcomeOf({ code, command, responseCode }: SmtpFault, begun: boolean): MailOutcome {
  const answered = responseCode !== undefined && responseCode >= 400;
  const step = begun ? "the text" : (steps[(command ?? "").split(" ")[0] ?? ""] ?? "the connection");
  if (answered) {
    const kind = responseCode < 500 ? "deferred" : "refused";
    return { kind, reason: `the mail server refused ${step} with code ${responseCode}` };
  }
  const why = faults[code ?? ""] ?? "it failed";
  if (begun) return { kind: "unclear", reason: `no clear answer from the mail server: ${why}` };
  const kind = passing.has(code ?? "") ? "deferred" : "refused";
  return { kind, reason: `the mail server did not take it: ${why} at ${step}` };
}

/** Faults that may be over by themselves an hour later. */
const passing: ReadonlySet<string> = new Set(["EDNS", "ETIMEDOUT", "ESOCKET", "ECONNECTION"]);

const steps: Readonly<Record<string, string>> = {
  AUTH: "the sign-in",
  STARTTLS: "encryption",
  MAIL: "the sender",
  RCPT: "the recipient",
  DATA: "the mail",
};

const faults: Readonly<Record<string, string>> = {
  EAUTH: "the sign-in failed",
  EDNS: "its name is not known",
  ETLS: "there is no encrypted connection",
  ETIMEDOUT: "it did not answer in time",
  ESOCKET: "the connection broke",
  ECONNECTION: "the connection broke",
  EENVELOPE: "an address is not usable",
  EMESSAGE: "the mail is too large",
};

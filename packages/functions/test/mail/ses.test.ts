import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Mail, MailOutcome } from "../../src/mail/mailer.ts";
import { sesClient, sesMailer } from "../../src/mail/ses.ts";
import { localAws, setEnvironment } from "../support/environment.ts";
import { type Inbox, startInbox } from "../support/inbox.ts";

let inbox: Inbox;
beforeAll(async () => {
  inbox = await startInbox();
});
beforeEach(() => setEnvironment(localAws));
afterAll(() => inbox.stop());

const mail: Mail = {
  to: "zoë@example.org",
  subject: "Zoë, 3 Einladungen laufen ab – überprüfe sie",
  html: "<p>Grüße</p>",
  text: "Grüße",
  unsubscribeUrl: "https://lapse.example.org/unsubscribe?token=m1.abc",
  about: { kind: "digest", member: "0d9f9c3e-6a51-4d0b-8f0e-1f6d2f9c0a11", run: "run_1" },
};

function mailerAt(endpoint: string, pauses: number[] = [], configurationSet: string | null = "lapse-mails") {
  setEnvironment({ AWS_ENDPOINT_URL_SESV2: endpoint });
  const sender = { from: "Lapse <digest@example.org>", configurationSet };
  return sesMailer(sesClient(), sender, async (ms) => void pauses.push(ms));
}

test("a mail arrives whole, and says how to end the digests with one click", async () => {
  expect(await mailerAt(inbox.endpoint).send(mail)).toEqual({ kind: "sent" });
  const [received] = await inbox.received();
  expect(received).toMatchObject({
    from: "Lapse <digest@example.org>",
    destination: { to: [mail.to] },
    subject: mail.subject,
    body: { html: mail.html, text: mail.text },
    headers: [
      { name: "List-Unsubscribe", value: `<${mail.unsubscribeUrl}>` },
      { name: "List-Unsubscribe-Post", value: "List-Unsubscribe=One-Click" },
    ],
  });
});

test("an unsubscribe address that would break out of its header is not sent", async () => {
  const broken = { ...mail, unsubscribeUrl: "https://example.org/x>\r\nBcc: everybody@example.org" };
  await expect(mailerAt(inbox.endpoint).send(broken)).rejects.toThrow("no plain URL");
});

test("a mail goes through the configuration set and says by tags whose it is, and nothing else of the member", async () => {
  const ses = await answering(200);
  try {
    await mailerAt(ses.endpoint).send(mail);
    const { Content, Destination, FromEmailAddress, ...rest } = JSON.parse(ses.bodies[0] ?? "");
    expect(rest).toEqual({
      ConfigurationSetName: "lapse-mails",
      EmailTags: [
        { Name: "kind", Value: "digest" },
        { Name: "member", Value: "0d9f9c3e-6a51-4d0b-8f0e-1f6d2f9c0a11" },
        { Name: "run", Value: "run_1" },
      ],
    });
    await mailerAt(ses.endpoint, [], null).send({ ...mail, about: { kind: "code" } });
    const code = JSON.parse(ses.bodies[1] ?? "");
    expect(code.EmailTags).toEqual([{ Name: "kind", Value: "code" }]);
    expect(code).not.toHaveProperty("ConfigurationSetName");
  } finally {
    ses.server.close();
  }
});

test.each(["ada@example.org", "", "a b", "x".repeat(257)])(
  "a tag that SES would refuse is not sent: %j",
  async (member) => {
    const ours = mailerAt(inbox.endpoint).send({ ...mail, about: { kind: "digest", member, run: "r" } });
    await expect(ours).rejects.toThrow("A mail's member has signs in it");
  },
);

type Status = number | "quota";

/** An SES that answers with each of these in turn; 0 hangs up after it has the request, `quota` is its 400 of that kind. */
async function answering(
  ...statuses: Status[]
): Promise<{ endpoint: string; asked: () => number; server: Server; bodies: readonly string[] }> {
  let asked = 0;
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const status = statuses[Math.min(asked++, statuses.length - 1)] ?? 500;
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => {
      body += part;
    });
    request.on("end", () => {
      bodies.push(body);
      if (status === 0) {
        request.socket.destroy();
        return;
      }
      const type =
        status === "quota"
          ? "ThrottlingException"
          : status === 429
            ? "TooManyRequestsException"
            : "MessageRejected";
      response.writeHead(status === "quota" ? 400 : status, {
        "content-type": "application/json",
        "x-amzn-errortype": status === 200 ? "" : type,
      });
      response.end(JSON.stringify(status === 200 ? { MessageId: "m" } : { message: "no" }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    ...{ server, bodies },
  };
}

test.each<{ statuses: Status[]; outcome: MailOutcome["kind"]; asked: number }>([
  { statuses: [400], outcome: "refused", asked: 1 },
  { statuses: [429, 429, 200], outcome: "sent", asked: 3 },
  { statuses: [429, 429, 429, 200], outcome: "deferred", asked: 3 },
  { statuses: ["quota", "quota", 429, 200], outcome: "deferred", asked: 3 },
  { statuses: [429, 400, 200], outcome: "refused", asked: 2 },
  { statuses: [429, 500, 200], outcome: "unclear", asked: 2 },
  { statuses: [500, 200], outcome: "unclear", asked: 1 },
  { statuses: [503, 200], outcome: "unclear", asked: 1 },
  { statuses: [0, 200], outcome: "unclear", asked: 1 },
])("answers $statuses make the mail $outcome, and it is offered $asked times", async (wanted) => {
  const ses = await answering(...wanted.statuses);
  try {
    const pauses: number[] = [];
    const outcome = await mailerAt(ses.endpoint, pauses).send(mail);
    expect(outcome.kind).toBe(wanted.outcome);
    expect(ses.asked()).toBe(wanted.asked);
    expect(pauses).toHaveLength(wanted.asked - 1);
    expect(JSON.stringify(outcome)).not.toContain("example.org");
  } finally {
    ses.server.closeAllConnections();
    ses.server.close();
  }
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Mail } from "../../src/mail/mailer.ts";
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
};

function mailerAt(endpoint: string, pauses: number[] = []) {
  setEnvironment({ AWS_ENDPOINT_URL_SESV2: endpoint });
  return sesMailer(sesClient(), "Lapse <digest@example.org>", async (ms) => void pauses.push(ms));
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

/** An SES that answers with each of these statuses in turn; 0 hangs up after it has the request. */
async function answering(
  ...statuses: number[]
): Promise<{ endpoint: string; asked: () => number; server: Server }> {
  let asked = 0;
  const server = createServer((request, response) => {
    const status = statuses[Math.min(asked++, statuses.length - 1)] ?? 500;
    request.resume().on("end", () => {
      if (status === 0) {
        request.socket.destroy();
        return;
      }
      const type = status === 200 ? "" : status === 429 ? "TooManyRequestsException" : "MessageRejected";
      response.writeHead(status, { "content-type": "application/json", "x-amzn-errortype": type });
      response.end(JSON.stringify(status === 200 ? { MessageId: "m" } : { message: "no" }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    server,
  };
}

test.each([
  { statuses: [400], outcome: "refused", asked: 1 },
  { statuses: [429, 429, 200], outcome: "sent", asked: 3 },
  { statuses: [429, 429, 429, 200], outcome: "refused", asked: 3 },
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

import { describe, expect, test } from "vitest";
import { smtpMailer } from "../../src/mail/smtp.ts";
import { smtpServerOf } from "../../src/mail/smtpServer.ts";
import { mailWay } from "../../src/mail/way.ts";
import { type Answers, startSmtpServer } from "../support/smtpServer.ts";

const mail = {
  ...{ to: "ada@example.org", subject: "7 withdrawn – Zoë", text: "Hello\n.\nthere", html: "<p>Hello</p>" },
  unsubscribeUrl: "http://127.0.0.1:4180/stop?m=1&t=abc",
  about: { kind: "digest", member: "m1", run: "r1" } as const,
};
const from = "Lapse <lapse@example.org>";
const serverOn = (port: number, who = "") => smtpServerOf(`smtp://${who}127.0.0.1:${port}`);

describe("A mail through a mail server of one's own", () => {
  test("arrives whole, with its sender and the two headers of one-click unsubscribing", async () => {
    const server = await startSmtpServer();
    const mailer = smtpMailer(serverOn(server.port, "me:p%40ss@"), from);
    expect(await mailer.send(mail)).toEqual({ kind: "sent" });
    expect(server.heard).toContain("MAIL FROM:<lapse@example.org>");
    expect(server.heard).toContain("RCPT TO:<ada@example.org>");
    const sign = Buffer.from("\0me\0p@ss").toString("base64");
    expect(server.heard).toContain(`AUTH PLAIN ${sign}`);
    const [arrived = ""] = server.mails;
    expect(arrived).toContain("From: Lapse <lapse@example.org>");
    expect(arrived).toContain(`List-Unsubscribe: <${mail.unsubscribeUrl}>`);
    expect(arrived).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(arrived).toContain("Content-Type: multipart/alternative");
    expect(arrived).toContain("Hello\n.\nthere");
  });

  test("that nobody subscribed to has no such header", async () => {
    const server = await startSmtpServer();
    const { unsubscribeUrl: _, ...code } = mail;
    expect(await smtpMailer(serverOn(server.port), from).send(code)).toEqual({ kind: "sent" });
    expect(server.mails[0]).not.toContain("List-Unsubscribe");
  });

  test.each<[string, Answers, string]>([
    ["a greeting that refuses", { hello: "554 no" }, "code 554"],
    ["a sign-in that is refused", { AUTH: "535 wrong pa$$word" }, "the sign-in with code 535"],
    ["a sender that is refused", { MAIL: "550 not you" }, "the sender with code 550"],
    ["a recipient that is refused", { RCPT: "550 unknown" }, "the recipient with code 550"],
    ["a text that is refused", { end: "554 spam" }, "the text with code 554"],
  ])("is refused for certain after %s", async (_, answers, reason) => {
    const server = await startSmtpServer(answers);
    const outcome = await smtpMailer(serverOn(server.port, "me:secret@"), from).send(mail);
    expect(outcome).toEqual({ kind: "refused", reason: expect.stringContaining(reason) });
    expect(JSON.stringify(outcome)).not.toMatch(/pa\$\$word|secret|ada@/);
  });

  test.each<[string, Answers, string]>([
    ["a greeting that asks to come later", { hello: "421 busy" }, "code 421"],
    ["no greeting at all", { hello: null }, "the connection broke"],
    ["a recipient who is greylisted", { RCPT: "450 try later" }, "the recipient with code 450"],
    ["a server that hangs up before it wants the text", { DATA: null }, "the connection broke"],
    ["a text that may be taken later", { end: "451 try later" }, "the text with code 451"],
  ])("was certainly not taken, and may be later, after %s", async (_, answers, reason) => {
    const server = await startSmtpServer(answers);
    const outcome = await smtpMailer(serverOn(server.port), from).send(mail);
    expect(outcome).toEqual({ kind: "deferred", reason: expect.stringContaining(reason) });
  });

  test("is unclear where the answer to the text never came: it may be on its way", async () => {
    const server = await startSmtpServer({ end: null });
    const outcome = await smtpMailer(serverOn(server.port), from).send(mail);
    expect(outcome).toEqual({ kind: "unclear", reason: expect.stringContaining("the connection broke") });
    expect(server.mails).toHaveLength(1);
  });

  test("is not sent in the clear to another computer, and neither is the password", async () => {
    const server = await startSmtpServer();
    const elsewhere = { ...serverOn(server.port, "me:secret@"), loopback: false };
    expect(await smtpMailer(elsewhere, from).send(mail)).toMatchObject({ kind: "refused" });
    expect(server.heard.join()).not.toContain("AUTH");
    expect(server.mails).toEqual([]);
  });

  test("was not taken where no server listens, and may be later", async () => {
    // Nothing listens on the first port of all.
    const nobody = smtpServerOf("smtp://127.0.0.1:1");
    expect(await smtpMailer(nobody, from).send(mail)).toMatchObject({ kind: "deferred" });
  });
});

describe("LAPSE_SMTP_URL", () => {
  test("names host, port and who signs in; encryption is needed but on this computer", () => {
    expect(smtpServerOf("smtps://a%40b:c%2Fd@mail.example.org")).toEqual({
      ...{ host: "mail.example.org", port: 465, secure: true, loopback: false },
      auth: { user: "a@b", pass: "c/d" },
    });
    expect(smtpServerOf("smtp://mail.example.org")).toMatchObject({
      port: 587,
      secure: false,
      loopback: false,
    });
    expect(smtpServerOf("smtp://[::1]:25").loopback).toBe(true);
    expect(smtpServerOf("smtp://127.0.0.1.example.org").loopback).toBe(false);
  });

  test.each([
    "mail.example.org",
    "http://u:hunter2@h",
    "smtp://u:hunter2@h/x",
    "smtp://u@h",
    "smtp://u:%zz@h",
  ])("%s is refused, and what is refused is not quoted", (url) => {
    expect(() => smtpServerOf(url)).toThrow(/^LAPSE_SMTP_URL /);
    expect(() => smtpServerOf(url)).not.toThrow(/hunter2|%zz/);
  });
});

describe("How mails leave", () => {
  test("is told by the environment: the inbox, a server or SES", async () => {
    expect(await mailWay({})).toEqual({ kind: "inbox" });
    const way = await mailWay({ LAPSE_SMTP_URL: "smtps://u:secret@h.example", LAPSE_MAIL_FROM: from });
    expect(way).toMatchObject({ kind: "smtp", words: `through h.example:465, from ${from}` });
  });

  test("needs a sender, and only one way", async () => {
    const url = "smtps://u:secret@h.example";
    await expect(mailWay({ LAPSE_SMTP_URL: url })).rejects.toThrow(/^LAPSE_MAIL_FROM is not set/);
    await expect(mailWay({ LAPSE_SMTP_URL: url, LAPSE_MAIL_FROM: "a@b\r\nBcc: c@d" })).rejects.toThrow(
      /^LAPSE_MAIL_FROM is no sender/,
    );
    await expect(mailWay({ LAPSE_SMTP_URL: url, LAPSE_SES_REGION: "eu-central-1" })).rejects.toThrow(
      /both set/,
    );
    await expect(mailWay({ LAPSE_SES_REGION: "Frankfurt", LAPSE_MAIL_FROM: from })).rejects.toThrow(
      /no region/,
    );
  });
});

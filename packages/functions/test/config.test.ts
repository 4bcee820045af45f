import { expect, test } from "vitest";
import { readConfig } from "../src/config.ts";

const good = {
  LAPSE_TABLE: "lapse",
  LAPSE_SWEEP_QUEUE_URL: "http://127.0.0.1:4566/000000000000/sweeps",
  LAPSE_DIGEST_QUEUE_URL: "http://127.0.0.1:4566/000000000000/digests",
  LAPSE_MAIL_FROM: "Lapse <digest@example.org>",
  LAPSE_WEB_ORIGIN: "https://lapse.example.org/",
  LAPSE_SEALING: "file:/var/lib/lapse/key",
};

test("a complete environment is read, and works on LinkedIn unless told otherwise", () => {
  expect(readConfig(good)).toEqual({
    table: "lapse",
    sweepQueueUrl: good.LAPSE_SWEEP_QUEUE_URL,
    digestQueueUrl: good.LAPSE_DIGEST_QUEUE_URL,
    mailFrom: good.LAPSE_MAIL_FROM,
    mailConfigurationSet: null,
    webOrigin: "https://lapse.example.org",
    site: "https://www.linkedin.com",
    sealing: { kind: "file", path: "/var/lib/lapse/key" },
  });
  const keyArn = "arn:aws:kms:eu-central-1:111122223333:key/abc";
  expect(readConfig({ ...good, LAPSE_SEALING: `kms:${keyArn}` }).sealing).toEqual({ kind: "kms", keyArn });
});

test.each([
  ["LAPSE_TABLE", "", "is not set"],
  ["LAPSE_SWEEP_QUEUE_URL", "sweeps", "is not usable"],
  ["LAPSE_DIGEST_QUEUE_URL", "", "is not set"],
  ["LAPSE_MAIL_FROM", "digest@example.org\r\nBcc: all@example.org", "is not usable"],
  ["LAPSE_MAIL_CONFIGURATION_SET", "lapse mails", "is not usable"],
  ["LAPSE_WEB_ORIGIN", "https://lapse.example.org/app", "is not usable"],
  ["LAPSE_SITE", "ftp://example.org", "is not usable"],
  ["LAPSE_SEALING", "plain", "is not usable"],
])("%s = %j stops the start, and the message says what to set", (name, value, complaint) => {
  const read = () => readConfig({ ...good, [name]: value });
  expect(read).toThrow(expect.objectContaining({ actor: "operator" }));
  expect(read).toThrow(`${name} ${complaint}: set it to`);
});

test("everything that is missing is named at once", () => {
  for (const name of Object.keys(good)) expect(() => readConfig({})).toThrow(name);
});

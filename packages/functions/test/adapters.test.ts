import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Context, ScheduledEvent, SQSEvent } from "aws-lambda";
import { expect, test } from "vitest";
import { adapters } from "../src/adapters.ts";
import { readConfig } from "../src/config.ts";
import { connectSession } from "../src/connect/connectSession.ts";
import { makeDigestDispatchHandler } from "../src/digest/dispatchHandler.ts";
import { makeDigestHandler } from "../src/digest/handler.ts";
import { makeDispatchHandler } from "../src/dispatch/handler.ts";
import { noMetrics } from "../src/metrics/metrics.ts";
import { startDatabase } from "./support/dynamo.ts";
import { localAws, setEnvironment } from "./support/environment.ts";
import { startInbox } from "./support/inbox.ts";
import { keptLog } from "./support/log.ts";
import { aMember } from "./support/member.ts";
import { startQueue } from "./support/queue.ts";

test("from the environment alone, a connected member is dispatched onto the queue and their digest is dealt with", async () => {
  const database = await startDatabase();
  const inbox = await startInbox();
  const queue = await startQueue();
  const folder = await mkdtemp(join(tmpdir(), "lapse-key-"));
  try {
    const path = join(folder, "key");
    await writeFile(path, new Uint8Array(32).fill(7), { mode: 0o600 });
    const { name } = await database.table();
    setEnvironment({
      ...localAws,
      AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
      AWS_ENDPOINT_URL_SQS: queue.endpoint,
      AWS_ENDPOINT_URL_SESV2: inbox.endpoint,
    });
    const config = readConfig({
      LAPSE_TABLE: name,
      LAPSE_SWEEP_QUEUE_URL: queue.url,
      LAPSE_DIGEST_QUEUE_URL: queue.digestUrl,
      LAPSE_MAIL_FROM: "digest@example.org",
      LAPSE_WEB_ORIGIN: "http://127.0.0.1:8080",
      LAPSE_SEALING: `file:${path}`,
    });
    const seen = { log: keptLog().log, metrics: noMetrics };
    const ports = { ...adapters(config), webOrigin: config.webOrigin, site: config.site, ...seen };
    const createdAt = ports.now() - 8 * 86_400_000;
    await ports.members.add(aMember("ada", { createdAt }));
    expect(await connectSession("ada", { cookies: [{ name: "li_at", value: "AQEDATsecret" }] }, ports)).toBe(
      true,
    );

    const event = {} as ScheduledEvent;
    const context = { getRemainingTimeInMillis: () => 60_000 } as Context;
    expect(await makeDispatchHandler(ports)(event, context)).toMatchObject({ sent: 1, failed: 0 });
    expect(await makeDispatchHandler(ports)(event, context)).toMatchObject({ sent: 0, failed: 0 });
    expect((await queue.received()).map((body) => JSON.parse(body))).toMatchObject([{ memberId: "ada" }]);
    const due = await makeDigestDispatchHandler(ports)(event, context);
    expect(due).toEqual({ sent: 1, unreadable: 0, failed: 0, whole: true });
    const [body = ""] = await queue.received(queue.digestUrl);
    expect(JSON.parse(body)).toMatchObject({ kind: "digest", memberId: "ada" });
    const batch = { Records: [{ messageId: "m1", body }] } as SQSEvent;
    expect(await makeDigestHandler(ports)(batch, context)).toEqual({ batchItemFailures: [] });
    expect((await ports.ledgerOf("ada").read()).map(({ kind }) => kind)).toEqual(["digest"]);
    expect(await makeDigestDispatchHandler(ports)(event, context)).toMatchObject({ sent: 0 });
  } finally {
    await rm(folder, { recursive: true });
    await queue.stop();
    await inbox.stop();
    await database.stop();
  }
});

import { readFileSync } from "node:fs";
import { request } from "node:http";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { SESv2Client, SendEmailCommand } from "@aws-sdk/client-sesv2";
import { DeleteQueueCommand, ReceiveMessageCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterEach, describe, expect, onTestFinished, test } from "vitest";
import { openDataDirectory } from "../../src/stack/dataDirectory.ts";
import { queueClient, type Stack, startStack } from "../../src/stack/stack.ts";
import { newFolder } from "../support/folders.ts";
import { descendants, eventually, isAlive } from "../support/processes.ts";
import { killed, startHolder } from "../support/startHolder.ts";

const running: Stack[] = [];
const start = async (path: string, report: (line: string) => void = () => undefined): Promise<Stack> => {
  const stack = await startStack({ data: openDataDirectory(path), ports: {}, report });
  running.push(stack);
  return stack;
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((stack) => stack.stop()));
});

const access = { region: "eu-central-1", credentials: { accessKeyId: "local", secretAccessKey: "local" } };
const database = (stack: Stack) => new DynamoDBClient({ ...access, endpoint: stack.database.origin });
const item = (pk: string, sk: string) => ({ pk: { S: pk }, sk: { S: sk } });
const put = (stack: Stack, pk: string, sk: string) =>
  database(stack).send(new PutItemCommand({ TableName: "lapse", Item: item(pk, sk) }));
const putMember = (stack: Stack, pk: string, of: { session: string; nextSweepAt: number; dueAt: number }) => {
  const times = { nextSweepAt: { N: String(of.nextSweepAt) }, dueAt: { N: String(of.dueAt) } };
  const Item = { ...item(pk, "member"), session: { S: of.session }, duePk: { S: "due#1" }, ...times };
  return database(stack).send(new PutItemCommand({ TableName: "lapse", Item }));
};
const dueAt = async (stack: Stack, pk: string) =>
  (await database(stack).send(new GetItemCommand({ TableName: "lapse", Key: item(pk, "member") }))).Item?.[
    "dueAt"
  ]?.N;
const has = async (stack: Stack, pk: string, sk: string) =>
  (await database(stack).send(new GetItemCommand({ TableName: "lapse", Key: item(pk, sk) }))).Item !==
  undefined;
const sendMail = (stack: Stack) =>
  new SESv2Client({ ...access, endpoint: stack.mail.origin }).send(
    new SendEmailCommand({
      FromEmailAddress: "Lapse <digest@lapse.example>",
      Destination: { ToAddresses: ["ada@example.org"] },
      Content: {
        Simple: {
          Subject: { Data: "Withdrawn <this> week" },
          Body: { Html: { Data: "<p>Two were <b>withdrawn</b></p>" }, Text: { Data: "Two were withdrawn" } },
          Headers: [{ Name: "List-Unsubscribe", Value: "<https://lapse.example/stop>" }],
        },
      },
    }),
  );
const page = async (address: string) => (await fetch(address)).text();

describe("The stack", () => {
  test("has its members, messages and mails again after it was stopped", async () => {
    const path = newFolder();
    const first = await start(path);
    await put(first, "member#1", "member");
    await queueClient(first.queue.origin).send(
      new SendMessageCommand({ QueueUrl: first.queues.sweeps, MessageBody: "sweep" }),
    );
    await sendMail(first);
    // A directory of an earlier version has no such queues.
    for (const QueueUrl of [first.queues.digests, first.queues.deadDigests])
      await queueClient(first.queue.origin).send(new DeleteQueueCommand({ QueueUrl }));
    await first.stop();
    const second = await start(path);
    await queueClient(second.queue.origin).send(
      new SendMessageCommand({ QueueUrl: second.queues.digests, MessageBody: "digest" }),
    );
    expect(await has(second, "member#1", "member")).toBe(true);
    const { Messages } = await queueClient(second.queue.origin).send(
      new ReceiveMessageCommand({ QueueUrl: second.queues.sweeps }),
    );
    expect(Messages?.map(({ Body }) => Body)).toEqual(["sweep"]);
    expect(await page(second.mail.origin)).toContain("Withdrawn &lt;this&gt; week");
  });

  test("frees what a killed predecessor held: its leases, its claims, and its message, which counts as never received", async () => {
    const path = newFolder();
    const first = await start(path);
    const client = queueClient(first.queue.origin);
    await put(first, "member#1", "lease");
    await putMember(first, "member#1", { session: "sealed", nextSweepAt: 5, dueAt: 900 });
    await putMember(first, "member#2", { session: "none", nextSweepAt: 5, dueAt: 900 });
    await client.send(new SendMessageCommand({ QueueUrl: first.queues.sweeps, MessageBody: "sweep" }));
    await client.send(new ReceiveMessageCommand({ QueueUrl: first.queues.sweeps }));
    await first.stop();
    const second = await start(path);
    expect(await has(second, "member#1", "lease")).toBe(false);
    expect(await dueAt(second, "member#1")).toBe("5");
    expect(await dueAt(second, "member#2")).toBe("900");
    const { Messages } = await queueClient(second.queue.origin).send(
      new ReceiveMessageCommand({ QueueUrl: second.queues.sweeps, MessageSystemAttributeNames: ["All"] }),
    );
    expect(Messages?.[0]?.Attributes?.ApproximateReceiveCount).toBe("1");
  });

  test("starts its database again, on the same port and with its members, when a client's upload kills it", async () => {
    const lines: string[] = [];
    const stack = await start(newFolder(), (line) => lines.push(line));
    await put(stack, "member#1", "member");
    const before = stack.database.pid();
    abortUpload(stack.database.origin);
    await eventually(() => lines.length > 0, "the death is reported");
    await eventually(() => has(stack, "member#1", "member").catch(() => false), "the member is there again");
    expect(stack.database.pid()).not.toBe(before);
    expect(lines).toEqual([expect.stringMatching(/^database emulator: .*starting it again$/)]);
  });

  test("listens on loopback only, though one emulator asks for every interface", async () => {
    const stack = await start(newFolder());
    for (const { port } of [stack.database, stack.queue, stack.mail]) {
      expect(listeningOn(port)).toEqual(["0100007F"]);
    }
  });

  test("answers no web page and no name that was made to point here", async () => {
    const stack = await start(newFolder());
    for (const { origin } of [stack.database, stack.queue, stack.mail]) {
      expect((await fetch(origin, { headers: { origin: "https://evil.example" } })).status).toBe(403);
      expect(await statusFor(origin, "evil.example")).toBe(403);
    }
  });

  test("ends with the process that started it, even when that is killed", async () => {
    const holder = await startHolder("stack", newFolder());
    const children = descendants(holder.pid ?? 0);
    expect(children.length).toBe(3);
    onTestFinished(() => {
      for (const child of children.filter(isAlive)) process.kill(child, "SIGKILL");
    });
    await killed(holder);
    await eventually(() => !children.some(isAlive), "no emulator is left");
  });

  test("takes other ports where those of the last run are somebody else's by now", async () => {
    const path = newFolder();
    const other = await start(newFolder());
    const ports = { database: other.database.port, queue: other.queue.port, mail: other.mail.port };
    const stack = await startStack({ data: openDataDirectory(path), ports, report: () => undefined });
    running.push(stack);
    const taken = Object.values(ports);
    expect(new Set([...taken, stack.database.port, stack.queue.port, stack.mail.port]).size).toBe(6);
    await put(stack, "member#1", "member");
    expect(await page(stack.mail.origin)).toContain("No mail yet");
  });

  test("leaves no process behind when it stops", async () => {
    const stack = await start(newFolder());
    const children = [stack.database, stack.queue, stack.mail].map((one) => one.pid() ?? 0);
    await stack.stop();
    expect(children.filter(isAlive)).toEqual([]);
  });
});

describe("The inbox", () => {
  test("shows each mail's headers, HTML and text without scripts", async () => {
    const stack = await start(newFolder());
    await sendMail(stack);
    const letter = await page(`${stack.mail.origin}/mails/1`);
    expect(letter).toContain("<dt>List-Unsubscribe</dt><dd>&lt;https://lapse.example/stop&gt;</dd>");
    expect(letter).toContain("<pre>Two were withdrawn</pre>");
    expect(letter).not.toContain("<script");
    const content = await fetch(`${stack.mail.origin}/mails/1/html`);
    expect(await content.text()).toBe("<p>Two were <b>withdrawn</b></p>");
    expect(content.headers.get("content-security-policy")).toMatch(
      /^sandbox allow-popups; default-src 'none'/,
    );
  });
});

/** Sends half of what it announced and hangs up. */
function abortUpload(origin: string): void {
  const upload = request(origin, { method: "POST", headers: { "content-length": "1000000" } });
  upload.on("error", () => undefined);
  upload.write("half", () => upload.destroy());
}

function statusFor(origin: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(origin, { headers: { host } }, (answer) => resolve(answer.statusCode ?? 0));
    asked.on("error", reject).end();
  });
}

/** The local addresses, as the kernel prints them, on which a port listens; IPv6 included. */
function listeningOn(port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  return ["/proc/net/tcp", "/proc/net/tcp6"]
    .flatMap((file) => readFileSync(file, "utf8").split("\n"))
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === "0A" && fields[1]?.endsWith(`:${hex}`))
    .map((fields) => fields[1]?.split(":")[0] ?? "");
}

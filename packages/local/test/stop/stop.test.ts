import { join } from "node:path";
import { CreateTableCommand } from "@aws-sdk/client-dynamodb";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { connectSession } from "@lapse/functions/connect/connectSession";
import { stopSwitch } from "@lapse/functions/store/stopSwitch";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, startDatabase } from "../../../functions/test/support/dynamo.ts";
import { localAws, setEnvironment } from "../../../functions/test/support/environment.ts";
import { connectCommand } from "../../src/connect/command.ts";
import { previewCommand } from "../../src/preview/command.ts";
import { statusCommand } from "../../src/status/command.ts";
import { resumeCommand, stopCommand } from "../../src/stop/command.ts";
import { newFolder } from "../support/folders.ts";
import { adaEmail, dataWithAda, freePort, replicaWithAda, use } from "../support/served.ts";
import { lapse, lapseEnded } from "../support/start.ts";
import { heldStreams } from "../support/streams.ts";

const never = new AbortController().signal;

/** A command in this process: what it wrote to standard output. */
async function said(
  command: typeof stopCommand,
  ...args: readonly string[]
): Promise<{ status: number; out: string }> {
  const { streams, out } = heldStreams();
  const status = await command(args, streams);
  return { status, out: out() };
}

describe("In a data directory, lapse stop", () => {
  let scene: Awaited<ReturnType<typeof replicaWithAda>>;
  const data = join(newFolder(), "lapse");
  beforeAll(async () => {
    scene = await replicaWithAda();
    await dataWithAda(data, scene.replica.origin);
    await use(data, async ({ adapters }) => {
      const { id = "" } = (await adapters.members.findByEmail(adaEmail)) ?? {};
      const session = { ...scene.ada.mintSession(), member: "/in/ada-sender" };
      await connectSession(id, session, adapters);
      const [at, by] = [adapters.now(), { run: "r", account: null }];
      await adapters.ledgerOf(id).append({ kind: "confirmed", due: 1, at, ...by });
      await adapters.members.start(id, at, at);
    });
  });
  afterAll(() => scene.replica.close());

  test("stops while nothing runs, and is told by the status; nothing is opened then", async () => {
    expect((await said(statusCommand, "--data", data)).out).not.toContain("stopped");
    const first = await said(stopCommand, "--data", data, "--reason", "checks everywhere");
    expect(first.status).toBe(0);
    expect(first.out).toMatch(/^Everything is stopped since .*: checks everywhere\n.*'lapse resume'/);
    expect((await said(statusCommand, "--data", data)).out).toMatch(
      /^everything is stopped since .*: checks everywhere$/m,
    );
    const status = JSON.parse((await said(statusCommand, "--data", data, "--json")).out);
    expect(status.stopped).toEqual({
      reason: "checks everywhere",
      since: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    const { streams } = heldStreams();
    for (const opens of [
      () => previewCommand(["--data", data], streams, 0, never),
      () => connectCommand(["--data", data], streams, never),
    ])
      await expect(opens()).rejects.toThrow("Everything is stopped, so nothing is opened: 'lapse resume'");
    expect(scene.replica.journal.clicks).toEqual([]);
  });

  test("holds a 'lapse serve' that is started later, and is lifted while that runs", async () => {
    const at = ["--data", data, "--site", scene.replica.origin, "--port", String(await freePort())];
    const serve = lapse(["serve", ...at]);
    await serve.saying("Ctrl-C stops");
    expect(serve.said()).toContain("everything is stopped, and 'lapse resume' lifts it: ");
    const again = await lapseEnded(["stop", "--data", data, "--json"]);
    expect(JSON.parse(again.out)).toMatchObject({ stopped: { reason: "checks everywhere" } });
    const resumed = await lapseEnded(["resume", "--data", data]);
    expect(resumed).toMatchObject({ status: 0, out: expect.stringMatching(/^Everything goes on; /) });
    expect((await lapseEnded(["resume", "--data", data])).out).toBe("Nothing was stopped.\n");
    expect(JSON.parse((await lapseEnded(["status", "--data", data, "--json"])).out)).toMatchObject({
      ...{ running: true, stopped: null },
      members: [{ lastSweep: null }],
    });
    // Ada was due all the time.
    expect(scene.ada.withdrawn()).toEqual([]);
    serve.child.kill("SIGTERM");
    expect(await serve.ended()).toBe(0);
  });
});

describe("At a table on AWS, lapse stop", () => {
  let database: Database;
  beforeAll(async () => {
    database = await startDatabase();
  });
  afterAll(() => database.stop());
  const onAws = () => setEnvironment({ ...localAws, AWS_ENDPOINT_URL_DYNAMODB: database.endpoint });

  test("sets the very switch that the functions read, and resume lifts it", async () => {
    const table = await database.table();
    const at = ["--table", table.name] as const;
    const read = () => stopSwitch(table, () => 0).get();
    onAws();
    expect((await said(statusCommand, ...at)).out).toBe("Nothing is stopped.\n");
    await said(stopCommand, ...at, "--reason", "checks everywhere");
    expect(await read()).toEqual({ reason: "checks everywhere", since: expect.any(Number) });
    expect(JSON.parse((await said(statusCommand, ...at, "--json")).out)).toMatchObject({
      stopped: { reason: "checks everywhere" },
    });
    expect(JSON.parse((await said(resumeCommand, ...at, "--json")).out)).toEqual({ stopped: null });
    expect(await read()).toBeNull();
    expect((await said(resumeCommand, ...at)).out).toBe("Nothing was stopped.\n");
    // By hand, in the console.
    const Item = { pk: "switch", sk: "stop", since: "yesterday" };
    await table.client.send(new PutCommand({ TableName: table.name, Item }));
    expect((await said(resumeCommand, ...at)).out).toMatch(/^Everything goes on; .* could not be read\.\n$/);
    expect(await read()).toBeNull();
  });

  test("is refused with the cause and the next step where it would stop nothing", async () => {
    const { client, name } = await database.table();
    const KeySchema = [
      { AttributeName: "pk", KeyType: "HASH" as const },
      { AttributeName: "sk", KeyType: "RANGE" as const },
    ];
    const AttributeDefinitions = KeySchema.map(({ AttributeName }) => ({
      AttributeName,
      AttributeType: "S" as const,
    }));
    const TableName = "somebody-elses";
    await client.send(
      new CreateTableCommand({
        ...{ TableName, BillingMode: "PAY_PER_REQUEST", KeySchema, AttributeDefinitions },
      }),
    );
    const refused = (...args: string[]) => expect(said(stopCommand, ...args)).rejects;
    onAws();
    await refused("--table", "somebody-elses").toThrow(
      "The table somebody-elses is not one of Lapse's: nothing was changed.",
    );
    await refused("--table", "nobody-s").toThrow("there is none of that name in this account and region");
    await refused("--table", name, "--data", "x").toThrow("two places: name one of them");
    await refused("--table", "no table").toThrow(/^--table must be the name of a table/);
    await refused("--table", name, "--reason", "two\nlines").toThrow(/^--reason must be one line/);
    setEnvironment({ AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:9", AWS_MAX_ATTEMPTS: "1" });
    await refused("--table", name).toThrow(/^The table .* cannot be reached: .*; nothing was changed/);
  });
});

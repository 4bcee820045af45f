import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBDocumentClient, PutCommand, ScanCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { members } from "@lapse/functions/store/members";
import type { Table } from "@lapse/functions/store/table";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Database, startDatabase } from "../../../functions/test/support/dynamo.ts";
import { localAws, setEnvironment } from "../../../functions/test/support/environment.ts";
import { aMember, connected, monday } from "../../../functions/test/support/member.ts";
import { leaveCommand } from "../../src/leave/command.ts";
import { newFolder } from "../support/folders.ts";
import { heldStreams } from "../support/streams.ts";

let database: Database;
beforeAll(async () => {
  database = await startDatabase();
});
afterAll(() => database.stop());
beforeEach(() => setEnvironment({ ...localAws, AWS_ENDPOINT_URL_DYNAMODB: database.endpoint }));

/** A member with one of each kind of item. */
async function withMember(table: Table, id: string): Promise<void> {
  const all = members(table);
  await all.add(aMember(id));
  await all.sessionSealed(id, "v1", connected(monday));
  for (const sk of ["session", "candidate", "lease", "reading", "signin#x", "event#0"])
    await table.client.send(new PutCommand({ TableName: table.name, Item: { pk: `member#${id}`, sk } }));
}

/** A new table with these members. */
async function tableWith(...ids: readonly string[]): Promise<Table> {
  const table = await database.table();
  for (const id of ids) await withMember(table, id);
  return table;
}

/** The keys of all items whose partition is a member's, or all. */
async function keysIn({ client, name }: Table, id = ""): Promise<readonly string[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName: name, ConsistentRead: true }));
  const keys = Items.map(({ pk, sk }) => `${String(pk)} ${String(sk)}`).sort();
  return id === "" ? keys : keys.filter((key) => key.startsWith(`member#${id} `));
}

/** The command at a table, in this process. */
function leaving(
  table: Table,
  args: readonly string[],
  ...more: [AbortSignal, (q: string) => Promise<string>]
) {
  return ended(["--table", table.name, ...args], ...more);
}

/** What it wrote, also where it ended by a fault. */
async function ended(
  args: readonly string[],
  signal = new AbortController().signal,
  ask: ((question: string) => Promise<string>) | null = null,
) {
  const { streams, out, err } = heldStreams();
  const status = await leaveCommand(args, streams, signal, ask).catch((fault: Error) => fault);
  return { status, out: out(), err: err() };
}
const silent = new AbortController().signal;

describe("At a table on AWS, lapse leave", () => {
  test("deletes whom it names with everything, from options and a file, and nobody else loses anything", async () => {
    const table = await tableWith("cy");
    const others = await keysIn(table);
    for (const id of ["ada", "bob"]) await withMember(table, id);
    const list = join(newFolder(), "left");
    writeFileSync(list, "bob\r\n\n  ada\n");
    const done = await ended(["--table", table.name, "--member", "ada", "--members", list, "--yes"]);
    expect(await keysIn(table)).toEqual(others);
    // Nobody who was named by an id is shown with the whole address.
    const [ada, bob] = ["ada (a…@example.org)", "bob (b…@example.org)"];
    expect(done).toEqual({
      status: 0,
      out: `Deleted: ${ada}\nDeleted: ${bob}\n`,
      err: `lapse: to be deleted, with everything that is stored about them: 2 members\nlapse:   ${ada}\nlapse:   ${bob}\n`,
    });
  });

  test("asks before it deletes, and deletes on no other answer than yes", async () => {
    const table = await tableWith("ada");
    const all = await keysIn(table);
    for (const answer of ["", "y", "no"]) {
      const said = await leaving(table, ["--member", "ada"], silent, async () => answer);
      expect([said.status, said.out]).toEqual([1, "Not deleted: ada (a…@example.org)\n"]);
    }
    expect(await keysIn(table)).toEqual(all);
    const asked: string[] = [];
    const sure = await leaving(table, ["--member", "ada"], silent, async (question) => {
      asked.push(question);
      return " Yes";
    });
    expect(sure.status).toBe(0);
    expect(asked).toEqual(["lapse: it cannot be undone. Type yes to delete: "]);
    expect(await keysIn(table)).toEqual([]);
  });

  test("where nobody can be asked, deletes nobody without --yes", async () => {
    const table = await tableWith("ada");
    const all = await keysIn(table);
    const { status, err } = await ended(["--table", table.name, "--member", "ada"]);
    expect(String(status)).toMatch(/^UsageError: there is no terminal to ask at: --yes/);
    expect(err).toBe("");
    expect(await keysIn(table)).toEqual(all);
  });

  test("names who is no member, which is a fault only where nobody is", async () => {
    const table = await tableWith("ada");
    const args = ["--table", table.name, "--member", "gone", "--member", "zoe@example.org", "--yes"];
    const both = await ended([...args, "--member", "ada", "--json"]);
    expect(both.status).toBe(0);
    expect(JSON.parse(both.out)).toEqual({
      deleted: [{ member: "ada", named: "ada" }],
      notDeleted: [],
      noMember: ["gone", "zoe@example.org"],
    });
    expect(await ended(args)).toEqual({
      status: 1,
      out: "No member: gone\nNo member: zoe@example.org\n",
      err: "lapse: no member: gone\nlapse: no member: zoe@example.org\n",
    });
  });

  test("says which are not deleted yet when it is interrupted, and deletes none of them", async () => {
    const table = await tableWith("ada", "bob");
    const { streams, out } = heldStreams();
    const interrupted = new AbortController();
    streams.out.on("data", () => interrupted.abort());
    const args = ["--table", table.name, "--member", "ada", "--member", "bob", "--yes"];
    expect(await leaveCommand(args, streams, interrupted.signal, null)).toBe(8);
    expect(out()).toBe("Deleted: ada (a…@example.org)\nNot deleted: bob (b…@example.org)\n");
    expect(await keysIn(table, "ada")).toEqual([]);
    expect(await keysIn(table, "bob")).toHaveLength(7);
  });

  test("that died half way has said whom it deleted, and does what is left when it is run again", async () => {
    const args = ["--member", "ada", "--member", "bob", "--yes", "--json"];
    // Eight writes each: every third is another one of the eight.
    for (let survived = 0; ; survived += 3) {
      const table = await tableWith("ada", "bob");
      const line = cutAfter(survived);
      const first = await ended(["--table", table.name, ...args]);
      line.mockRestore();
      const { deleted } = JSON.parse(first.out) as { deleted: { member: string }[] };
      for (const { member } of deleted) expect(await keysIn(table, member)).toEqual([]);
      if (first.status === 0) return expect(survived).toBe(18);
      expect(String(first.status)).toMatch(
        /^OperatorError: .* did not do all .* \(TimeoutError\): run it again/,
      );
      await ended(["--table", table.name, ...args]);
      expect(await keysIn(table)).toEqual([]);
    }
  });

  test("finds by an address also whom an earlier attempt left half deleted, and who signed up with it since", async () => {
    const table = await tableWith("ada", "bob");
    const others = await keysIn(table, "bob");
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { pk: "member#bob", sk: "member" },
        UpdateExpression: "SET createdAt = :wrong",
        ExpressionAttributeValues: { ":wrong": "yesterday" },
      }),
    );
    await members(table).add(aMember("old", { email: "eve@example.org" }));
    const line = cutAfter(5);
    await ended(["--table", table.name, "--member", "old", "--yes"]);
    line.mockRestore();
    expect(await keysIn(table, "old")).toEqual(["member#old member"]);
    expect(await members(table).add(aMember("new", { email: "eve@example.org" }))).toBe(true);
    const ask = ["--member", "EVE@example.org", "--member", "zoe@example.org", "--member", "new", "--yes"];
    const { status, out, err } = await ended(["--table", table.name, ...ask]);
    expect(status).toBe(0);
    expect(out.match(/^Deleted: EVE@example.org \((?:old|new)\)$/gm)).toHaveLength(2);
    expect(err).toContain("lapse: 1 record cannot be read, and no address looked for there: use the id\n");
    expect([await keysIn(table, "old"), await keysIn(table, "new")]).toEqual([[], []]);
    expect(await keysIn(table, "bob")).toEqual(others);
    const unread = await ended(["--table", table.name, "--member", "bob", "--yes"]);
    expect(unread).toMatchObject({ status: 0, out: "Deleted: bob (the record cannot be read)\n" });
    expect((await keysIn(table, "bob")).length).toBe(0);
  });
});

/** From its write number `last` on, no request of any client comes through. */
function cutAfter(last: number) {
  let writes = 0;
  const send = DynamoDBDocumentClient.prototype.send as (this: unknown, command: object) => Promise<unknown>;
  return vi.spyOn(DynamoDBDocumentClient.prototype, "send").mockImplementation(function (
    this: DynamoDBDocumentClient,
    command: object,
  ) {
    if (/^(?:Update|Delete|BatchWrite)/.test(command.constructor.name)) writes++;
    const cut = Object.assign(new Error("the line is cut"), { name: "TimeoutError" });
    return writes > last ? Promise.reject(cut) : send.call(this, command);
  });
}

test("what lapse leave was asked wrongly is refused before anything is opened, and quotes nothing of a file", async () => {
  const folder = newFolder();
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const refused = (...args: string[]) =>
    expect(ended([...args, "--yes"]).then(({ status }) => (status as Error).message)).resolves;
  await refused("--table", "any").toMatch(/^--member WHO is missing/);
  await refused("--member", "not an id").toMatch(
    /^--member must be a member's id or address, not "not an id"/,
  );
  await refused("--members", join(folder, "none")).toMatch(/^The list .* is refused: there is no such file/);
  await refused("--members", file("empty", "\n \n")).toMatch(/it names nobody\.$/);
  const secret = file("secret", 'ada\n{"name": "li_at"}\n');
  await refused("--members", secret).toMatch(
    /^The list \S+ is refused: line 2 is no member's id or address\.$/,
  );
  await refused("--table", "any", "--data", "x", "--member", "ada").toContain("two places: name one of them");
});

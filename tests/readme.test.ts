import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parsePolicy } from "@lapse/core/policy/parse";
import { parseSessionFile } from "@lapse/core/session/parse";
import { startReplica } from "@lapse/replica/replica";
import { afterAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const scripts = (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: object }).scripts;
const folder = mkdtempSync(join(tmpdir(), "lapse-readme-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The fenced blocks of one language, in their order. */
function blocks(language: string): string[] {
  const parts = readme.split(/^```(.*)\n/m);
  // Text, fence, block, fence, text: every second fence opens, and what follows it is a block.
  return parts.flatMap((part, i) => (i % 4 === 2 && parts[i - 1] === language ? [part] : []));
}
const commands = blocks("sh").flatMap((block) => block.trim().split("\n"));

/** Runs a command of the README as a person would, with a few words added at its end. */
function run(command: string, ...added: string[]) {
  const [program = "", ...args] = [...command.split(" "), ...added];
  const done = spawnSync(program, args, { cwd: root, encoding: "utf8" });
  return { status: done.status, out: done.stdout, err: done.stderr };
}

describe("the README", () => {
  test("names only scripts that exist, and files that are there", () => {
    const named = [...readme.matchAll(/npm (?:run (?:--silent )?)?([a-z:]+)/g)].map(
      (match) => match[1] ?? "",
    );
    expect(named.filter((name) => !(name in scripts) && name !== "ci")).toEqual([]);
    const linked = [...readme.matchAll(/(?:docs|packages|tests|bench)\/[\w./-]*\w/g)].map(
      (match) => match[0],
    );
    for (const path of linked) expect(() => readFileSync(join(root, path))).not.toThrow(/ENOENT/);
  });

  test("shows a policy and a session that are accepted", () => {
    const [policy = "", session = ""] = blocks("json");
    expect(parsePolicy(JSON.parse(policy))).toMatchObject({
      ok: true,
      policy: { olderThanDays: 60, perDay: 5 },
    });
    const parsed = parseSessionFile(JSON.parse(session.replaceAll("…", "x")));
    expect(parsed).toMatchObject({ ok: true, session: { member: "/in/your-profile" } });
  });

  test("says what 'npm start -- --once' prints", () => {
    const command = commands.find((each) => each.startsWith("npm start"));
    const done = run(command ?? "", "--data", join(folder, "demo"));
    expect(done.status).toBe(0);
    const shown = blocks("").find((block) => block.includes("Ada Sender")) ?? "";
    const fixed = (text: string) =>
      text.split("\n").filter((line) => /^(Ada|Ben) Sender: \w+ (?:is|invitations)/.test(line));
    expect(fixed(shown).length).toBe(2);
    expect(fixed(done.out)).toEqual(fixed(shown));
  });

  test("runs one preview from a terminal", async () => {
    const replica = await startReplica();
    const account = { slug: "a", name: "A", email: "a@b.example", password: "x" };
    const member = replica.addMember({ ...account, generated: { count: 12 } });
    writeFileSync(join(folder, "policy.json"), blocks("json")[0] ?? "");
    writeFileSync(join(folder, "session.json"), JSON.stringify(member.mintSession()));
    const command = commands.find((each) => each.includes("lapse -- sweep")) ?? "";
    const there = command
      .replace("policy.json", join(folder, "policy.json"))
      .replace("session.json", join(folder, "session.json"));
    const [program = "", ...args] = [
      ...there.split(" "),
      "--site",
      replica.origin,
      "--data",
      join(folder, "data"),
    ];
    const child = spawn(program, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    let out = "";
    for await (const part of child.stdout) out += String(part);
    await replica.close();
    expect(out).toContain("previewed:");
    expect(member.withdrawn()).toEqual([]);
  });
});

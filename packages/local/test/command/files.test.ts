import { execFileSync, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPolicyFile, readSessionFile } from "../../src/command/files.ts";
import { newFolder } from "../support/folders.ts";

const { signal } = new AbortController();

function fileWith(content: string | Buffer): string {
  const file = join(newFolder(), "file.json");
  writeFileSync(file, content);
  return file;
}

const policy = (content: string | Buffer) => readPolicyFile(fileWith(content), signal);
const session = (content: string) => readSessionFile(fileWith(content), signal);

describe("A policy file", () => {
  test("in which a key stands twice is refused by that key: the last one would win without a word", async () => {
    const twice = '{"keep":{"words":["engineer"]},"perDay":5,"keep":{"newest":0}}';
    await expect(policy(twice)).rejects.toThrow(
      /^The policy \S+ is refused: the key keep stands there twice/,
    );
    await expect(policy('{"keep":{"words":[],"words":[]}}')).rejects.toThrow("the key keep.words stands");
  });

  test("that is not UTF-8 is refused", async () => {
    const latin = Buffer.from('{"keep":{"words":["Müller"]}}', "latin1");
    await expect(policy(latin)).rejects.toThrow(/^The policy \S+ is refused: it is not UTF-8/);
  });

  test("is read up to 1 MB, of a device that never ends, too", async () => {
    expect((await policy(`{"perDay":3}${" ".repeat((1 << 20) - 12)}`)).perDay).toBe(3);
    await expect(policy(" ".repeat((1 << 20) + 1))).rejects.toThrow("is refused: it is larger than 1 MB.");
    await expect(readPolicyFile("/dev/zero", signal)).rejects.toThrow("is refused: it is larger than 1 MB.");
    await expect(readPolicyFile("/dev/null", signal)).rejects.toThrow("is refused: it is not valid JSON.");
  });

  test("that is in truth a list of cookies is quoted without their values", async () => {
    const cookies = [{ name: "li_at", value: "AQEDj2secret" }];
    await expect(policy(JSON.stringify(cookies))).rejects.toThrow(/^(?!.*AQEDj2).*\[secret\]/);
  });
});

describe("A pipe with a name", () => {
  const pipe = () => {
    const path = join(newFolder(), "pipe");
    execFileSync("mkfifo", [path]);
    return path;
  };

  test("is read to its end, whoever comes first and however slowly it is written to", async () => {
    const path = pipe();
    const read = readPolicyFile(path, signal);
    spawn("sh", ["-c", `{ printf '{"perDay":'; sleep 0.1; printf '7}'; } > '${path}'`], { stdio: "ignore" });
    expect((await read).perDay).toBe(7);
  });

  test("into which nobody writes is given up at a signal", async () => {
    const interrupted = new AbortController();
    const read = readPolicyFile(pipe(), interrupted.signal);
    interrupted.abort();
    await expect(read).rejects.toMatchObject({ name: "Interrupted" });
  });
});

test("Standard input that is a pipe ends where its writer does, also without a word", () => {
  const source = new URL("../../src/command/readInput.ts", import.meta.url).href;
  const script = `const { readInput } = await import("${source}");
    const read = await readInput("/dev/stdin", new AbortController().signal);
    process.stdout.write(String(read.bytes.length));`;
  const run = ["-c", 'eval "$1" | "$2" --input-type=module -e "$3"', "sh"];
  const lengthOf = (writer: string) =>
    execFileSync("sh", [...run, writer, process.execPath, script], { encoding: "utf8", timeout: 10_000 });
  expect([lengthOf("true"), lengthOf("sleep 0.1; printf abc")]).toEqual(["0", "3"]);
});

describe("A session file", () => {
  const secret = "AQEDj2secret";

  test("in which a key stands twice is refused, and nothing of it is quoted", async () => {
    const twice = `{"cookies":[{"name":"li_at","value":"${secret}","value":"b"}]}`;
    await expect(session(twice)).rejects.toThrow(/^The session \S+ is refused: value stands twice/);
    const strange = `{"cookies":[{"name":"li_at","${secret}":1,"${secret}":"b"}]}`;
    await expect(session(strange)).rejects.toThrow(/: a key stands twice in one object/);
  });
});

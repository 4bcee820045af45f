import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPolicyFile, readSessionFile } from "../../src/command/files.ts";
import { newFolder } from "../support/folders.ts";

function fileWith(content: string | Buffer): string {
  const file = join(newFolder(), "file.json");
  writeFileSync(file, content);
  return file;
}

describe("A policy file", () => {
  test("in which a key stands twice is refused by that key: the last one would win without a word", () => {
    const twice = '{"keep":{"words":["engineer"]},"perDay":5,"keep":{"newest":0}}';
    expect(() => readPolicyFile(fileWith(twice))).toThrow(
      /^The policy \S+ is refused: the key keep stands there twice/,
    );
    expect(() => readPolicyFile(fileWith('{"keep":{"words":[],"words":[]}}'))).toThrow(
      "the key keep.words stands",
    );
  });
});

describe("A session file", () => {
  const secret = "AQEDj2secret";

  test("in which a key stands twice is refused, and nothing of it is quoted", () => {
    const twice = `{"cookies":[{"name":"li_at","value":"${secret}","value":"b"}]}`;
    expect(() => readSessionFile(fileWith(twice))).toThrow(/^The session \S+ is refused: value stands twice/);
    const strange = `{"cookies":[{"name":"li_at","${secret}":1,"${secret}":"b"}]}`;
    expect(() => readSessionFile(fileWith(strange))).toThrow(/: a key stands twice in one object/);
  });
});

import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openDataDirectory } from "../../src/stack/dataDirectory.ts";
import { newFolder } from "../support/folders.ts";

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
const content = (path: string) =>
  readdirSync(path).map((name) => [name, readFileSync(join(path, name), "latin1")]);

describe("A data directory", () => {
  test("is made where there is nothing, for its owner alone, with a key of 32 bytes", () => {
    const path = join(newFolder(), "deep", "down");
    const data = openDataDirectory(path);
    expect(mode(path)).toBe("700");
    expect(mode(data.keyFile)).toBe("600");
    expect(statSync(data.keyFile).size).toBe(32);
  });

  test("keeps its key when it is opened again", () => {
    const path = newFolder();
    const first = readFileSync(openDataDirectory(path).keyFile);
    expect(readFileSync(openDataDirectory(path).keyFile).equals(first)).toBe(true);
  });

  test("has another key than the next one", () => {
    const keys = [newFolder(), newFolder()].map((path) =>
      readFileSync(openDataDirectory(path).keyFile, "hex"),
    );
    expect(keys[0]).not.toBe(keys[1]);
  });

  test("that was empty but open to others is closed to them", () => {
    const path = newFolder();
    chmodSync(path, 0o755);
    openDataDirectory(path);
    expect(mode(path)).toBe("700");
  });

  test("whose making was cut short is made whole", () => {
    const path = newFolder();
    writeFileSync(join(path, ".draft-1"), "lap");
    expect(statSync(openDataDirectory(path).keyFile).size).toBe(32);
  });
});

describe("A directory that is refused is named, with what to do, and left as it is", () => {
  const cases: { what: string; make: (path: string) => void; says: RegExp }[] = [
    {
      what: "one with somebody's files",
      make: (path) => writeFileSync(join(path, "thesis.txt"), "x"),
      says: /holds other files \(thesis\.txt\).*--data/,
    },
    {
      what: "one with another format",
      make: (path) => {
        openDataDirectory(path);
        writeFileSync(join(path, "format"), "lapse data, version 2\n");
      },
      says: /format 2, and this Lapse knows format 1/,
    },
    {
      what: "one with a damaged marker",
      make: (path) => {
        openDataDirectory(path);
        writeFileSync(join(path, "format"), "\0\0\0");
      },
      says: /format is damaged/,
    },
    {
      what: "one with a short key",
      make: (path) => truncateSync(openDataDirectory(path).keyFile, 31),
      says: /31 bytes and not 32/,
    },
    {
      what: "one whose key others can read",
      make: (path) => chmodSync(openDataDirectory(path).keyFile, 0o640),
      says: /mode 0640.*chmod 600/,
    },
    {
      what: "one with members and no key",
      make: (path) => {
        mkdirSync(join(path, "database"));
        writeFileSync(join(path, "format"), "lapse data, version 1\n");
      },
      says: /no key to their sessions/,
    },
  ];
  test.each(cases)("$what", ({ make, says }) => {
    const path = newFolder();
    make(path);
    const before = readdirSync(path);
    expect(() => openDataDirectory(path)).toThrow(says);
    expect(readdirSync(path)).toEqual(before);
  });

  test("a file in its place", () => {
    const path = join(newFolder(), "file");
    writeFileSync(path, "mine");
    expect(() => openDataDirectory(path)).toThrow(/is a file/);
    expect(readFileSync(path, "utf8")).toBe("mine");
  });

  test("says one sentence on one line", () => {
    const path = newFolder();
    writeFileSync(join(path, "a"), "");
    const before = content(path);
    expect(() => openDataDirectory(path)).toThrow(/^[^\n]+\.$/);
    expect(content(path)).toEqual(before);
  });
});

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { connectHelp } from "../../src/connect/help.ts";
import { exportHelp } from "../../src/export/help.ts";
import { leaveHelp } from "../../src/leave/help.ts";
import { previewHelp } from "../../src/preview/help.ts";
import { serveHelp } from "../../src/serve/help.ts";
import { statusHelp } from "../../src/status/help.ts";
import { resumeHelp, stopHelp } from "../../src/stop/help.ts";
import { newFolder } from "../support/folders.ts";

const root = new URL("../../../../", import.meta.url);
const docs = readFileSync(new URL("docs/self-hosting.md", root), "utf8");

/** The fenced blocks of one language. */
function blocks(language: string): string[] {
  return [...docs.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].flatMap(([, of, text]) =>
    of === language && text !== undefined ? [text] : [],
  );
}
const [unit = ""] = blocks("ini");
const [plist = ""] = blocks("xml");
const entry = ["scripts/run.mjs", "packages/local/src/lapse.ts", "serve"];

describe("The page on self-hosting", () => {
  test("has a systemd unit that systemd takes", (context) => {
    const folder = newFolder();
    mkdirSync(join(folder, "lapse"));
    const file = join(folder, "lapse.service");
    writeFileSync(file, unit.replaceAll("%h", folder));
    const checked = spawnSync("systemd-analyze", ["verify", "--user", "--man=no", file], {
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: folder, XDG_RUNTIME_DIR: folder },
    });
    if (checked.error !== undefined) context.skip("not run: there is no systemd-analyze");
    expect([checked.status, checked.stderr.includes("lapse.service")]).toEqual([0, false]);
  });

  test("starts the same in both, and stops without ending the browser under a click", () => {
    expect(unit).toContain(`\nExecStart=/usr/bin/env node ${entry.join(" ")}\n`);
    expect(unit).toContain("\nKillMode=mixed\n");
    const strings = [...plist.matchAll(/<string>(.*?)<\/string>/g)].map((match) => match[1]);
    expect(strings).toEqual(expect.arrayContaining(["/usr/bin/env", "node", ...entry]));
    for (const path of entry.slice(0, 2)) expect(() => readFileSync(new URL(path, root))).not.toThrow();
  });

  test("has a property list that is well-formed, each key with its value", () => {
    const open: { tag: string; inside: string[] }[] = [{ tag: "", inside: [] }];
    for (const [, end, tag = "", empty] of plist
      .replace(/^<[?!].*$/gm, "")
      .matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g)) {
      if (end === "/") {
        const closed = open.pop();
        expect(closed?.tag).toBe(tag);
        if (tag === "dict")
          expect(closed?.inside.every((name, i) => (name === "key") === (i % 2 === 0))).toBe(true);
        if (tag === "dict") expect((closed?.inside.length ?? 1) % 2).toBe(0);
      } else {
        open.at(-1)?.inside.push(tag);
        if (empty === "") open.push({ tag, inside: [] });
      }
    }
    expect(open).toEqual([{ tag: "", inside: ["plist"] }]);
    expect(plist.replace(/&(?:amp|lt|gt);/g, "")).not.toMatch(/&|<string>[^<]*>[^<]*<\/string>/);
  });

  test("names no command or variable that there is not, and leaves none out", () => {
    const helps = {
      serve: serveHelp,
      connect: connectHelp,
      preview: previewHelp,
      status: statusHelp,
      export: exportHelp,
      stop: stopHelp,
      resume: resumeHelp,
      leave: leaveHelp,
    };
    for (const [name, help] of Object.entries(helps)) {
      expect(docs).toContain(`\`lapse ${name}\``);
      expect(help).toContain(`Usage: lapse ${name}`);
      expect(help.includes("--json")).toBe(name !== "serve");
      expect(Math.max(...help.split("\n").map((line) => line.length))).toBeLessThanOrEqual(90);
    }
    const all = Object.values(helps).join("\n");
    const named = new Set(docs.match(/LAPSE_\w+/g));
    for (const variable of named) expect(all).toContain(variable);
    for (const variable of all.match(/LAPSE_\w+/g) ?? []) expect([...named]).toContain(variable);
    for (const command of blocks("sh")
      .join("")
      .match(/lapse -- \w+/g) ?? [])
      expect(Object.keys(helps)).toContain(command.slice("lapse -- ".length));
  });
});

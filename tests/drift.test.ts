import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parsePolicy } from "@lapse/core/policy/parse";
import { parseSessionFile } from "@lapse/core/session/parse";
import { makePerformSweep } from "@lapse/functions/sweep/perform";
import { systemClock } from "@lapse/functions/sweep/systemClock";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keptLog } from "../packages/functions/test/support/log.ts";
import { ownStores } from "./doctor/member.ts";
import { personalIn, personalRows } from "./doctor/run.ts";
import { type Scene, scene } from "./sweep/kit.ts";

let here: Scene;
beforeEach(async () => {
  here = await scene(personalRows(12));
  here.faults({ mutations: [{ selector: "[role=listitem]", change: "remove-element" }] });
});
afterEach(() => here.close());

const nothing = async () => undefined;
const folder = () => join(here.folder, "data", "drift");

describe("A sweep that does not understand the page", () => {
  test("keeps a report of it, for its owner's eyes alone, and says where", async () => {
    const ran = await here.sweep();
    expect(ran.result.outcome).toBe("page-drift");
    const [file, ...others] = readdirSync(folder());
    expect(others).toEqual([]);
    const path = join(folder(), file ?? "");
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const lines = ran.err.split("\n").filter((line) => line.includes("drift"));
    expect(lines).toEqual([expect.stringContaining(path)]);
    expect(lines[0]).toMatch(/no names, texts or addresses/);

    const report = readFileSync(path, "utf8");
    expect(report).toMatch(/^missing +.*(?:list|row)/m);
    expect(report).toMatch(/^layout +V6$/m);
    expect(report).toMatch(/^data +12 invitations named$/m);
    expect(report).toContain("main[id=workspace");
    expect(personalIn(report, here.member, here.sessionFile)).toEqual([]);
  });

  test("ends the same where there is no place for a report", async () => {
    mkdirSync(join(here.folder, "data"));
    writeFileSync(folder(), "in the way");
    const { status, result, err } = await here.sweep();
    expect([status, result.outcome, err]).toEqual([5, "page-drift", ""]);
  });

  test("in the service says so at error level, with the report beside it", async () => {
    const { log, lines } = keptLog();
    const policy = parsePolicy({});
    const session = parseSessionFile(JSON.parse(readFileSync(here.sessionFile, "utf8")));
    if (!policy.ok || !session.ok) throw new Error("the scene's files are good");
    const perform = makePerformSweep({
      stopSwitch: { get: async () => null },
      ...{ site: here.replica.origin, clock: systemClock, random: () => 0.5, paceMs: 0 },
      signal: new AbortController().signal,
    });
    const result = await perform({
      ...{ memberId: "m-1", runId: "r-1", policy: policy.policy, ...ownStores() },
      policyNow: async () => policy.policy,
      ...{ access: { kind: "session", session: session.session }, task: { kind: "sweep" } },
      ...{ deadline: systemClock.now() + 60_000, onRenewed: nothing, onReading: nothing },
      log: log.with({ memberId: "m-1", runId: "r-1" }),
    });
    expect(result.outcome).toBe("page-drift");
    const errors = lines.filter(({ level }) => level === "error");
    expect(errors).toEqual([
      {
        level: "error",
        message: "page-drift",
        data: expect.objectContaining({
          memberId: "m-1",
          runId: "r-1",
          report: expect.objectContaining({ address: "sent", layouts: ["V6"], entries: 12 }),
        }),
      },
    ]);
    expect(personalIn(JSON.stringify(errors), here.member, here.sessionFile)).toEqual([]);
  });
});

describe("A sweep that understands the page", () => {
  test("keeps no report", async () => {
    here.faults({ mutations: [] });
    expect((await here.sweep()).status).toBe(0);
    expect(readdirSync(join(here.folder, "data"))).not.toContain("drift");
  });
});

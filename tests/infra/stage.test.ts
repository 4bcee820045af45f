import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bundledFunctions } from "../../infra/bundling.ts";
import { stageOf } from "../../infra/stage.ts";
import { sources } from "../house/sources.ts";

const told = {
  LAPSE_DOMAIN: "lapse.example.org",
  LAPSE_MAIL_FROM: "Lapse <digest@example.org>",
  LAPSE_ALARM_MAIL: "operator@example.org",
};

describe("Production", () => {
  test("keeps its data and registers the domain of its sender", () => {
    expect(stageOf("production", told)).toMatchObject({
      removal: "retain",
      protect: true,
      mail: {
        from: "Lapse <digest@example.org>",
        address: "digest@example.org",
        domain: "example.org",
        registers: true,
      },
    });
  });

  test("is refused with every setting that is missing, and what to set it to", () => {
    expect(() => stageOf("production", { LAPSE_DOMAIN: "" })).toThrow(
      /^Stage production: LAPSE_DOMAIN is not set: .*LAPSE_MAIL_FROM is not set: .*LAPSE_ALARM_MAIL is not set: /,
    );
  });

  test.each([
    ["LAPSE_DOMAIN", "https://lapse.example.org"],
    ["LAPSE_DOMAIN", "localhost"],
    ["LAPSE_MAIL_FROM", "Lapse"],
    ["LAPSE_MAIL_FROM", "Lapse <digest@example.org>\r\nBcc: someone@example.org"],
    ["LAPSE_ALARM_MAIL", "operator"],
    ["LAPSE_BOUNDARY", "lapse-boundary"],
  ])("is refused with %s set to %j", (name, value) => {
    expect(() => stageOf("production", { ...told, [name]: value })).toThrow(
      `${name} is not usable: set it to `,
    );
  });
});

describe("What an account keeps for a stage", () => {
  test("is nothing, but for production: a new account could not deploy it", () => {
    expect(stageOf("pr-1", told)).toMatchObject({
      reservesSweeps: false,
      pagesAtOnce: null,
      sweepsAtOnce: 2,
    });
    expect(stageOf("production", told)).toMatchObject({ reservesSweeps: true, pagesAtOnce: 20 });
  });
});

describe("A restored table", () => {
  test("is no matter of the shell that deploys: the next one would not know of it", () => {
    expect(stageOf("production", { ...told, LAPSE_RESTORED_TABLE: "other" }).restoredTable).toBeNull();
  });
});

describe("Another stage", () => {
  test("needs no setting, leaves nothing behind, and has a sender that SES refuses", () => {
    expect(stageOf("pr-1", {})).toMatchObject({
      removal: "remove",
      protect: false,
      domain: null,
      alarmMail: null,
      mail: { domain: "example.com", registers: false },
    });
  });

  test("is refused with a setting that is not usable, like production", () => {
    expect(() => stageOf("pr-1", { LAPSE_MAIL_FROM: "@" })).toThrow("LAPSE_MAIL_FROM is not usable");
  });
});

describe("What is bundled", () => {
  test("is there, for each function", () => {
    for (const { handler, copyFiles } of Object.values(bundledFunctions)) {
      expect(existsSync(handler.replace(/\.handler$/, ".ts")), handler).toBe(true);
      for (const { from } of copyFiles) expect(existsSync(from), from).toBe(true);
    }
  });

  test("has the Chromium that the browser package was tested with", () => {
    const manifest = sources(/^packages\/browser\/package\.json$/)[0]?.text ?? "{}";
    const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
    for (const [name, version] of Object.entries(bundledFunctions.Sweep.install)) {
      expect(dependencies[name], name).toBe(version);
    }
  });
});

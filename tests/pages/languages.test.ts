import { type Language, type LayoutName, languages } from "@lapse/replica/replica";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { person } from "../sweep/kit.ts";
import { kindOf } from "./kind.ts";
import { type Stage, stage } from "./stage.ts";

/** Newest first, one for every unit in which an age can be given; at 60 days the last four are certainly due. */
const invitations = [
  person("Zero Hours", 0.1, { note: "Sent 6 months ago" }),
  person("One Day", 1.2),
  person("Three Days", 3.2, { headline: "Sent 6 months ago" }),
  person("One Week", 8),
  person("Three Weeks", 22),
  person("One Month", 40),
  person("Two Months Short", 59.5),
  person("Three Months", 100),
  person("Five Months", 160),
  person("Eleven Months", 340),
  person("One Year", 400),
];
const mayGo = ["One Year", "Eleven Months", "Five Months", "Three Months"];

/** Languages in which everything is known that is needed: there Lapse has to work. */
const sure: readonly Language[] = ["en", "fr", "de", "es", "pt-BR", "ar", "ja"];

describe.each([
  ["V6", "with ids"],
  ["V5-button", "by labels alone"],
] as const)("%s %s, in every language", (layout: LayoutName, how) => {
  let here: Stage;
  const table: string[] = [];
  beforeAll(async () => {
    here = await stage(invitations);
  });
  afterAll(async () => {
    await here.close();
    console.log(`${layout} ${how}\n${table.join("\n")}`);
  });

  test.each(languages)("%s: works or refuses, nobody wrong", async (language) => {
    const acted = await here.act({ layout, language }, { olderThanDays: 60, perDay: 50 });
    const kind = kindOf(acted);
    const { outcome, items } = acted.result;
    const readable = items.filter((item) => item.ageDays !== null).length;
    table.push(
      `  ${language.padEnd(6)} ${kind.padEnd(8)} ${outcome}, ${readable} of 11 ages read, withdrawn ${acted.withdrawn.length}`,
    );
    expect(acted.violations).toBe(0);
    expect(kind).not.toBe("third");
    expect(acted.withdrawn).toEqual(kind === "works" ? mayGo : []);
    for (const item of items.filter((each) => each.ageDays !== null)) {
      const sentAt =
        here.member.findGone((gone) => gone.name === item.name) ??
        here.member.find((each) => each.name === item.name);
      const age = (Date.now() - (sentAt?.sentAt ?? 0)) / 86_400_000;
      expect(item.ageDays?.atLeast).toBeLessThanOrEqual(age);
      expect(item.ageDays?.atMost ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(age - 0.1);
    }
    if (sure.includes(language)) expect(kind).toBe("works");
  });
});

import type { InvitationSpec, LayoutName } from "@lapse/replica/replica";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { person } from "../sweep/kit.ts";
import { changesOf } from "./changes.ts";
import { kindOf } from "./kind.ts";
import { type Stage, stage } from "./stage.ts";

const policy = {
  olderThanDays: 60,
  perDay: 50,
  keep: { profiles: ["/in/kept-person"], words: ["client"], withNote: true },
};

/** Newest first. Whoever must stay says why by name; the four last may go. */
const invitations: readonly InvitationSpec[] = [
  person("Young Head", 2, { headline: "Sent 6 months ago" }),
  person("Jon Same", 5, { slug: "jon-same-1" }),
  person("Young Note", 10, { note: "Sent 6 months ago" }),
  person("Young Plain", 20),
  person("Young Title", 26, { headline: "Withdraw invitation sent to Old Third" }),
  person("Kept Person", 100),
  person("Kept Word", 110, { headline: "Client of mine" }),
  person("Kept Note", 120, { note: "We met in October" }),
  person("Jon Same", 130, { slug: "jon-same-2" }),
  person("Old First", 140),
  person("Old Second", 150),
  person("Old Third", 170),
];
const mayGo = ["Old Third", "Old Second", "Old First", "Jon Same"];

/**
 * The page with one thing after another taken from it: for each Lapse works, or refuses with no click on a Withdraw.
 * There is no third kind.
 */
export function showChanges(layout: LayoutName): void {
  describe(`${layout}, changed`, () => {
    let here: Stage;
    const table: string[] = [];
    beforeAll(async () => {
      here = await stage(invitations);
    });
    afterAll(async () => {
      await here.close();
      console.log(`${layout}\n${table.join("\n")}`);
    });

    test.each(changesOf(layout))("$words", async ({ words, mutations }) => {
      const acted = await here.act({ layout, mutations }, policy);
      const kind = kindOf(acted);
      const { outcome, message } = acted.result;
      const why = kind === "works" ? `${acted.withdrawn.length} withdrawn` : message;
      table.push(`  ${kind.padEnd(8)} ${words.padEnd(44)} ${outcome}: ${why}`.slice(0, 200));
      expect(acted.violations).toBe(0);
      expect(acted.withdrawn.filter((name) => !mayGo.includes(name))).toEqual([]);
      expect(here.member.find(({ slug }) => slug === "jon-same-1")).toBeDefined();
      expect(kind, `${outcome}: ${message}`).not.toBe("third");
      if (words === "nothing changed") expect(acted.withdrawn).toEqual(mayGo);
    });
  });
}

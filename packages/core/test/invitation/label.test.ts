import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageOfLabel, labelAgrees } from "../../src/invitation/label.ts";
import { anyShown } from "./calendar.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe("an age as the page prints it", () => {
  test.each([
    ["Sent 15 minutes ago", 15 * minute, 16 * minute],
    ["Sent 11 hours ago", 11 * hour, 12 * hour],
    ["Sent 3 days ago", 3 * day, 4 * day],
    ["Sent 1 week ago", 7 * day, 14 * day],
    ["Sent 1 month ago", 28 * day, 62 * day],
    ["Sent 6 months ago", 168 * day, 217 * day],
    ["Sent 1 year ago", 365 * day, 732 * day],
    ["2 weeks ago", 14 * day, 21 * day],
    ["Sent a month ago", 28 * day, 62 * day],
    ["Sent an hour ago", hour, 2 * hour],
    ["Sent one week ago", 7 * day, 14 * day],
    ["Sent 30 seconds ago", 30_000, 31_000],
    ["Sent yesterday", 0, 2 * day],
    ["Sent today", 0, 2 * day],
    ["Sent just now", 0, hour],
    ["now", 0, hour],
  ])("%s is between %d and %d ms", (label, atLeast, atMost) => {
    expect(ageOfLabel(label)).toEqual({ atLeast, atMost });
  });

  test("never makes anybody older than they are, by any calendar, and never younger", () => {
    fc.assert(
      fc.property(anyShown, ({ age, label }) => {
        const bounds = ageOfLabel(label);
        expect(bounds).not.toBeNull();
        expect(bounds?.atLeast).toBeLessThanOrEqual(age);
        expect(bounds?.atMost ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(age);
      }),
      { numRuns: 2_000 },
    );
  });

  test("is read through spaces, case and direction marks that are not seen", () => {
    for (const label of [
      "Sent 3\u00a0weeks ago",
      "  sent  3 weeks ago ",
      "\u200eSENT 3 WEEKS AGO\u200f",
      "Sent\n3 weeks\tago",
      "Sent ３ weeks ago",
    ]) {
      expect(ageOfLabel(label)).toEqual({ atLeast: 21 * day, atMost: 28 * day });
    }
  });

  test.each([
    "",
    "Sent",
    "ago",
    "Sent 2 years ago to mars",
    "Sent 6 months ago: not an age",
    "Re: Sent 6 months ago",
    "Sent 6 months",
    "Sent 1.5 months ago",
    "Sent -3 weeks ago",
    "Sent 3-4 weeks ago",
    "Sent 10000 days ago",
    "Sent 3 decades ago",
    "Sent 3 weeks, 2 days ago",
    "Sent over a month ago",
    "Sent last week",
    "Sent Sent 3 weeks ago",
    "Sent il y a 1 mois",
    "Vor 3 weeks gesendet",
    "Sent 5 week ago",
    "Sent 3² weeks ago",
    "Sent ٣ weeks ago",
    "Sent # weeks ago",
    "Sentx3 weeks ago",
    "3 weeks agoxsent",
    "Head of Data | 10 years ago I started a bakery",
  ])("%j is not understood", (label) => {
    expect(ageOfLabel(label)).toBeNull();
  });
});

describe("a label and an exact age", () => {
  test("agree whenever the label is true of the age", () => {
    fc.assert(
      fc.property(anyShown, ({ age, label }) => {
        expect(labelAgrees(label, age)).toBe(true);
      }),
    );
  });

  test("agree across the ten minutes between rendering and reading, and no further", () => {
    const label = "Sent 2 weeks ago";
    expect(labelAgrees(label, 14 * day - 10 * minute)).toBe(true);
    expect(labelAgrees(label, 14 * day - 10 * minute - 1)).toBe(false);
    expect(labelAgrees(label, 21 * day + 10 * minute)).toBe(true);
    expect(labelAgrees(label, 21 * day + 10 * minute + 1)).toBe(false);
  });

  test("agree in the page's language", () => {
    expect(labelAgrees("Envoyé il y a 1 mois", 40 * day)).toBe(true);
    expect(labelAgrees("Envoyé il y a 1 mois", 40 * day, "fr-FR")).toBe(true);
    expect(labelAgrees("Envoyé il y a 1 mois", 63 * day, "fr-FR")).toBe(false);
    expect(labelAgrees("Envoyé il y a 1 mois", 40 * day, "de")).toBe(false);
  });

  test("never agree where the label is not understood", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * day }), (age) => {
        expect(labelAgrees("Envoyé il y a 1 lune", age)).toBe(false);
      }),
    );
  });
});

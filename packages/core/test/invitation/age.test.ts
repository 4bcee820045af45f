import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageInDays, readAge } from "../../src/invitation/age.ts";
import { ageOfLabel } from "../../src/invitation/label.ts";
import { anyShown } from "./calendar.ts";
import { day, idSentAt, now } from "./sample.ts";

const alone = { host: now, site: null };
const minute = 60_000;

describe("how old an invitation is", () => {
  test("its id says exactly, where the label agrees", () => {
    fc.assert(
      fc.property(anyShown, ({ age, label }) => {
        expect(readAge(idSentAt(now - age), label, alone)).toEqual({
          kind: "exact",
          sentAt: now - age,
          age: { atLeast: age, atMost: age },
        });
      }),
    );
  });

  test("is unknown where id and label disagree", () => {
    fc.assert(
      fc.property(anyShown, fc.integer({ min: 0, max: 4_000 * day }), ({ label }, age) => {
        const bounds = ageOfLabel(label) ?? { atLeast: 0, atMost: null };
        const apart =
          age < bounds.atLeast - 10 * minute ||
          age > (bounds.atMost ?? Number.POSITIVE_INFINITY) + 10 * minute;
        fc.pre(apart);
        const reading = readAge(idSentAt(now - age), label, alone);
        expect(reading.kind).toBe("unknown");
        expect(reading).toHaveProperty("why", expect.stringContaining("disagree"));
      }),
    );
  });

  test("is unknown where the id is of the future", () => {
    expect(readAge(idSentAt(now + day), "Sent just now", alone).kind).toBe("unknown");
  });

  test("is unknown without a label, with one that is not understood, and with an id that is none", () => {
    const id = idSentAt(now - 40 * day);
    expect(readAge(id, null, alone)).toEqual({ kind: "unknown", why: "no age is shown" });
    expect(readAge(null, null, alone).kind).toBe("unknown");
    expect(readAge(id, "Envoyé il y a 1 lune", alone)).toHaveProperty(
      "why",
      'the age shown is not understood: "Envoyé il y a 1 lune"',
    );
    expect(readAge("12345", "Sent 1 month ago", alone)).toEqual({
      kind: "unknown",
      why: "the invitation id holds no time",
    });
  });

  test("is within the label's bounds where there is no id", () => {
    expect(readAge(null, "Sent 1 month ago", alone)).toEqual({
      kind: "label",
      age: { atLeast: 28 * day, atMost: 62 * day },
    });
  });
});

describe("a page in another language", () => {
  const sent = now - 40 * day;

  test("says how old an invitation is, named or not", () => {
    for (const language of [undefined, "fr", "fr-FR"]) {
      expect(readAge(idSentAt(sent), "Envoyé il y a 1 mois", alone, language)).toHaveProperty(
        "kind",
        "exact",
      );
      expect(readAge(null, "Envoyé il y a 1 mois", alone, language)).toEqual({
        kind: "label",
        age: { atLeast: 28 * day, atMost: 62 * day },
      });
    }
  });

  test("is read in the language it says it is in", () => {
    expect(readAge(idSentAt(sent), "Envoyé il y a 1 mois", alone, "de").kind).toBe("unknown");
    expect(readAge(null, "Envoyé il y a 1 mois", alone, "de").kind).toBe("unknown");
  });
});

describe("two clocks that differ", () => {
  const skew = fc.integer({ min: -400 * day, max: 400 * day });

  test("never make an id's age greater than either clock says", () => {
    fc.assert(
      fc.property(anyShown, skew, ({ age, label }, ahead) => {
        const site = now + ahead;
        // The site prints its labels by its own clock.
        const reading = readAge(idSentAt(site - age), label, { host: now, site });
        if (reading.kind === "unknown") return;
        expect(reading.kind).toBe("exact");
        expect(reading.age.atLeast).toBeLessThanOrEqual(age);
        expect(reading.age.atLeast).toBeLessThanOrEqual(Math.max(0, age - ahead));
      }),
    );
  });

  test("never make a label's age greater than either clock says", () => {
    fc.assert(
      fc.property(anyShown, skew, ({ age, label }, ahead) => {
        const reading = readAge(null, label, { host: now, site: now + ahead });
        if (reading.kind === "unknown") return;
        expect(reading.age.atLeast).toBeLessThanOrEqual(age);
        expect(reading.age.atLeast).toBeLessThanOrEqual(Math.max(0, age - ahead));
      }),
    );
  });

  test("a site that is behind takes nothing from a label's age twice", () => {
    expect(readAge(null, "Sent 2 weeks ago", { host: now, site: now - 3 * day })).toHaveProperty(
      "age.atLeast",
      14 * day,
    );
  });

  test("no age is below nothing", () => {
    fc.assert(
      fc.property(anyShown, skew, fc.boolean(), ({ age, label }, ahead, withId) => {
        const site = now + ahead;
        const reading = readAge(withId ? idSentAt(site - age) : null, label, { host: now, site });
        if (reading.kind !== "unknown") expect(reading.age.atLeast).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("an age in days", () => {
  test("encloses the truth in whole days", () => {
    expect(ageInDays({ atLeast: 40.6 * day, atMost: 40.6 * day })).toEqual({ atLeast: 40, atMost: 41 });
    expect(ageInDays({ atLeast: 40 * day, atMost: 40 * day })).toEqual({ atLeast: 40, atMost: 40 });
    expect(ageInDays({ atLeast: 3 * day, atMost: null })).toEqual({ atLeast: 3, atMost: null });
  });

  test("is null where nothing is known", () => {
    expect(ageInDays(null)).toBeNull();
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayMs, hourMs } from "../src/invitation/age.ts";
import { invitationsFrom } from "../src/invitation/invitation.ts";
import { idsFor } from "../src/invitation/snowflake.ts";
import { generatedInvitations } from "../src/people/generate.ts";
import { seededRandom } from "../src/people/random.ts";
import { noon } from "./visit.ts";

describe("invitation ids", () => {
  it("carry their time in the upper bits and strictly decrease", () => {
    const times = fc.array(fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }), { maxLength: 40 });
    fc.assert(
      fc.property(times, fc.integer(), (unsorted, seed) => {
        const sentAt = [...new Set(unsorted)].sort((a, b) => b - a);
        const ids = idsFor(sentAt, seededRandom(seed).next).map(BigInt);
        expect(ids.map((id) => Number(id >> 22n))).toEqual(sentAt);
        expect(ids.every((id, i) => i === 0 || id < (ids[i - 1] ?? 0n))).toBe(true);
      }),
    );
  });

  it("stay apart where many were sent in the same millisecond", () => {
    const ids = idsFor(Array(50).fill(noon), () => 0.5).map(BigInt);
    expect(ids.every((id, i) => i === 0 || id < (ids[i - 1] ?? 0n))).toBe(true);
  });
});

describe("generated people", () => {
  it("are the same for the same seed and others for another", () => {
    expect(generatedInvitations({ count: 40 }, 7)).toEqual(generatedInvitations({ count: 40 }, 7));
    expect(generatedInvitations({ count: 40 }, 7)).not.toEqual(generatedInvitations({ count: 40 }, 8));
  });

  it("have a profile of their own each, also 2,000 of them, and an age within the asked range", () => {
    const people = generatedInvitations({ count: 2000, newestMs: hourMs, oldestMs: 90 * dayMs }, 1);
    expect(new Set(people.map(({ slug }) => slug)).size).toBe(2000);
    const ages = people.map(({ ageMs = -1 }) => ageMs);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(hourMs);
    expect(Math.max(...ages)).toBeLessThanOrEqual(90 * dayMs);
  });
});

describe("a member's list", () => {
  it("is newest first, whatever the order of the specs", () => {
    const specs = [3, 1, 2].map((days) => ({ name: `P ${days}`, slug: `p${days}`, ageMs: days * dayMs }));
    const list = invitationsFrom(specs, noon, seededRandom(1));
    expect(list.map(({ slug }) => slug)).toEqual(["p1", "p2", "p3"]);
    expect(list.map(({ id }) => Number(BigInt(id) >> 22n))).toEqual(
      [1, 2, 3].map((days) => noon - days * dayMs),
    );
  });

  it("takes an id, a label and a renamed slug as given", () => {
    const [made] = invitationsFrom(
      [{ name: "A", slug: "a", sentAt: noon, id: "12", label: "Sent once", vanityInData: "b" }],
      noon,
      seededRandom(1),
    );
    expect(made).toMatchObject({ id: "12", label: "Sent once", slug: "a", vanityInData: "b" });
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import type { Policy } from "../../src/policy/policy.ts";
import { digestInWords, policyInWords } from "../../src/policy/words.ts";
import { anyPolicy } from "./arbitrary.ts";

function words(change: Partial<Policy>): string {
  return policyInWords({ ...defaultPolicy, ...change });
}

describe("the policy in words", () => {
  test("is one sentence", () => {
    expect(words({})).toBe(
      "Every day around 10:00 we withdraw up to 10 invitations older than 30 days, oldest first, never anyone you keep, after telling you a week before.",
    );
  });

  test("counts one as one", () => {
    expect(words({ perDay: 1, olderThanDays: 1, noticeDays: 1 })).toBe(
      "Every day around 10:00 we withdraw one invitation older than 1 day, oldest first, never anyone you keep, after telling you a day before.",
    );
  });

  test.each([
    [0, "without telling you before"],
    [1, "a day before"],
    [6, "6 days before"],
    [7, "a week before"],
    [14, "2 weeks before"],
    [28, "4 weeks before"],
  ])("with %i days of notice says %s", (noticeDays, phrase) => {
    expect(words({ noticeDays })).toContain(phrase);
  });

  test("names everything that is kept", () => {
    const keep = { profiles: ["/in/ada"], words: ["a", "b"], withNote: true, newest: 50 };
    expect(words({ keep })).toContain(
      "never anyone you keep (1 person and 2 words), one sent with a note or the newest 50,",
    );
    expect(words({ keep: { ...defaultPolicy.keep, newest: 1 } })).toContain("or the newest one,");
  });

  test("says when nothing happens", () => {
    expect(words({ paused: true })).toMatch(
      /^Nothing is withdrawn while you pause; once you resume, every day/,
    );
    expect(words({ onlyWhenPendingOver: 500 })).toContain("while more than 500 invitations are pending, we");
    expect(words({ onlyWhenPendingOver: 1 })).toContain("while more than 1 invitation is pending, we");
  });

  test("says what happens to invitations from others, and in which zone it is 10:00", () => {
    expect(words({ received: { ignoreOlderThanDays: 90 } })).toMatch(
      /, and we ignore invitations you received more than 90 days ago\.$/,
    );
    expect(words({ timezone: "Europe/Berlin" })).toContain("around 10:00 (Europe/Berlin) we");
  });

  test("is always one line that ends with one full stop", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const sentence = policyInWords(policy);
        expect(sentence).toMatch(/^[A-Z][^\n]*[^.]\.$/);
        expect(sentence).not.toMatch(/ {2}|,,|undefined|\b1 (invitations|days|weeks|people|words)\b/);
      }),
    );
  });

  test("says when the digest comes", () => {
    expect(digestInWords(defaultPolicy)).toBe("Mondays around 09:00 (UTC)");
  });
});

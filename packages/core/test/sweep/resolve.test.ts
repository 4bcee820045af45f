import { describe, expect, test } from "vitest";
import type { Listed } from "../../src/linkedin/list.ts";
import { Later } from "../../src/sweep/later.ts";
import { judge } from "../../src/sweep/resolve.ts";
import { day, idSentAt, now } from "../invitation/sample.ts";
import { listed } from "./sample.ts";

const [ada, bo, cy] = ["ada", "bo", "cy"].map((slug, i) =>
  listed(slug, { name: slug, id: idSentAt(now - 40 * day, BigInt(i)) }),
) as [Listed, Listed, Listed];
const renumbered: Listed = {
  ...cy,
  invitation: { ...cy.invitation, id: idSentAt(now - 40 * day, 9n) },
};
const reading = (...rows: Listed[]) => ({ listed: rows, pending: rows.length, others: 0 });

/** What is said of `cy`, the oldest of three, whom we confirmed, where a fresh load shows these. */
function judged(because: "moved" | "refused" | "unchanged", ...rows: Listed[]) {
  const [before, after] = [reading(ada, bo, cy), reading(...rows)];
  const later = new Later(before.listed, after.listed, { began: now - 60_000, now });
  return judge(cy, { kind: "doubt", reason: "it is so", because }, { before, after, later }).kind;
}

describe("A withdrawal that was confirmed and that the page could not show", () => {
  test("is proved only where the page moved on and the list is without that one and nobody else", () => {
    expect(judged("moved", ada, bo)).toBe("withdrawn");
    expect(judged("moved", ada)).toBe("unverified");
    expect(judged("moved", ada, bo, renumbered)).toBe("unverified");
  });

  test("has failed where it is there still", () => {
    for (const because of ["moved", "refused", "unchanged"] as const)
      expect(judged(because, ada, bo, cy)).toBe("failed");
    expect(judged("refused", ada, bo, renumbered)).toBe("failed");
  });

  test("is unverified where LinkedIn refused it and it is gone: the refused request may have been the second one", () => {
    expect(judged("refused", ada, bo)).toBe("unverified");
    expect(judged("unchanged", ada, bo)).toBe("unverified");
  });
});

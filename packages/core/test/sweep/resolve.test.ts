import { describe, expect, test } from "vitest";
import type { Listed } from "../../src/linkedin/list/list.ts";
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

const stranger = listed("dee", { name: "cy", id: idSentAt(now - 40 * day, 8n) });
const newcomer = listed("eli", { name: "eli", id: idSentAt(now - 1_000, 7n) });

interface Shown {
  /** Whether LinkedIn saw the only request that the click can have made. */
  readonly once?: boolean;
  /** What the page's counter says; default as many as there are rows. */
  readonly pending?: number | null;
}

/** What is said of `cy`, the oldest of three, whom we confirmed, where a fresh load shows these. */
function judged(because: "moved" | "refused" | "unchanged", rows: readonly Listed[], shown: Shown = {}) {
  const { once = false, pending = rows.length } = shown;
  const after = { ...reading(...rows), pending };
  const before = { ...reading(ada, bo, cy), pending: pending === null ? null : 3 };
  const later = new Later(before.listed, after.listed, { began: now - 60_000, now });
  const doubt = { kind: "doubt", reason: "it is so", because, ...(once && { once }) } as const;
  return judge(cy, doubt, { before, after, later }).kind;
}

describe("A withdrawal that was confirmed and that the page could not show", () => {
  test("is proved only where the page moved on and the list is without that one and nobody else", () => {
    expect(judged("moved", [ada, bo])).toBe("withdrawn");
    expect(judged("moved", [ada])).toBe("unverified");
    expect(judged("moved", [ada, newcomer])).toBe("unverified");
    expect(judged("moved", [ada, bo, renumbered])).toBe("unverified");
    expect(judged("moved", [ada, bo, stranger], { pending: null })).toBe("unverified");
    expect(judged("moved", [ada, bo], { pending: 3 })).toBe("unverified");
    expect(judged("moved", [ada, bo], { pending: null })).toBe("withdrawn");
  });

  test("has failed where it is there still", () => {
    for (const because of ["moved", "refused", "unchanged"] as const)
      expect(judged(because, [ada, bo, cy])).toBe("failed");
    expect(judged("refused", [ada, bo, renumbered])).toBe("failed");
  });

  test("is unverified where LinkedIn refused it and it is gone: the refused request may have been the second one", () => {
    expect(judged("refused", [ada, bo])).toBe("unverified");
    expect(judged("unchanged", [ada, bo])).toBe("unverified");
  });

  test("was answered where LinkedIn refused the only request there was, and no row can be it", () => {
    expect(judged("refused", [ada, bo], { once: true })).toBe("gone");
    expect(judged("refused", [ada, bo, stranger], { once: true })).toBe("unverified");
    expect(judged("refused", [ada, bo, cy], { once: true })).toBe("failed");
  });
});

import { describe, expect, test } from "vitest";
import { sweepInPage } from "./inPage.ts";
import { named } from "./kit.ts";

describe("A page whose script never yields", () => {
  test.each(["before", "after"] as const)(
    "just %s the click that confirms leaves a withdrawal unproved, on record, and ends soon when it is interrupted",
    async (at) => {
      // A press for the row, a press for its dialog.
      const { result, kinds, withdrawn } = await sweepInPage({
        onPress: (when, nth, { hang, interrupt }) => {
          if (nth !== 2 || when !== at) return;
          hang();
          interrupt();
        },
      });
      expect(result.outcome).toBe("unverified");
      expect(named(result.items, "unverified")).toEqual(["Person 005"]);
      expect(named(result.items, "due")).toHaveLength(4);
      expect(kinds).toEqual(["sweep-started", "intent", "unverified", "sweep-ended"]);
      expect(withdrawn.every((name) => name === "Person 005")).toBe(true);
    },
  );

  test("between two withdrawals ends the sweep when it is interrupted: what was done stays proved", async () => {
    const { result, kinds, withdrawn } = await sweepInPage({
      onProgress: (progress, { hang, interrupt }) => {
        if (progress.step !== "withdrawing" || progress.done !== 1) return;
        hang();
        interrupt();
      },
    });
    expect(result.outcome).toBe("interrupted");
    expect(named(result.items, "withdrawn")).toEqual(["Person 005"]);
    expect(withdrawn).toEqual(["Person 005"]);
    expect(kinds).toEqual(["sweep-started", "intent", "withdrawn", "sweep-ended"]);
  });
});

import { afterEach, describe, expect, test } from "vitest";
import { withdrawnNames } from "../sweep/kit.ts";
import { clicked, type ProfileScene, profileScene } from "./kit.ts";

let here: ProfileScene;
afterEach(() => here.close());

describe("withdrawing on a person's own page", () => {
  test("an invitation that is shown twice is withdrawn once, and proved twice", async () => {
    here = await profileScene();
    const { id } = here.member.pending()[1] ?? { id: "" };
    const ran = await here.withdraw("bo-sample");
    expect(ran.result).toMatchObject({ outcome: "done", pending: null, read: 1 });
    expect(ran.status).toBe(0);
    expect(ran.result.items).toMatchObject([
      {
        id,
        profile: "/in/bo-sample",
        direction: "sent",
        name: "Bo Sample",
        state: "withdrawn",
        reason: "verified on its page",
        ageDays: { atLeast: 50, atMost: 51 },
      },
    ]);
    expect(withdrawnNames(here.member)).toEqual(["Bo Sample"]);
    expect(here.replica.journal.withdrawals()).toHaveLength(1);
    expect(clicked(here, "pending")).toBe(1);
    expect(here.replica.journal.of("page")).toHaveLength(2);
    expect(here.replica.journal.violations()).toEqual([]);
  });
});

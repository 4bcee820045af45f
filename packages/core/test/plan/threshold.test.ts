import { describe, expect, test } from "vitest";
import { plan } from "../../src/plan/plan.ts";
import { day, invitation } from "../invitation/sample.ts";
import { input, policyWith } from "./sample.ts";

const minute = 60_000;
const stateOf = (age: number, more = {}) => {
  const one = { ...invitation("ada-example", 0), age: { atLeast: age, atMost: age }, ...more };
  return plan(input([], { invitations: [one], pending: 1 })).items[0];
};

describe("at the age of the policy, thirty days", () => {
  test("nobody is due to the minute, and everybody a minute later", () => {
    expect(stateOf(30 * day - minute)?.state).toBe("fresh");
    expect(stateOf(30 * day)?.state).toBe("fresh");
    expect(stateOf(30 * day + 1)?.state).toBe("due");
    expect(stateOf(30 * day)?.reason).toBe("not certainly older than 30 days");
    expect(stateOf(30 * day + 1)?.reason).toBe("older than 30 days");
  });

  test("what may be much older is fresh, as long as it may also be younger", () => {
    expect(stateOf(0, { age: { atLeast: 28 * day, atMost: 62 * day } })?.state).toBe("fresh");
    expect(stateOf(0, { age: { atLeast: 0, atMost: null } })?.state).toBe("fresh");
  });
});

describe("a row that is not understood", () => {
  test("is told with its trouble, however old", () => {
    expect(stateOf(90 * day, { trouble: "its row shows no name" })).toMatchObject({
      state: "unreadable",
      reason: "its row shows no name",
    });
  });

  test("is unreadable where its age is unknown, or nothing tells it from others", () => {
    expect(stateOf(0, { age: null })).toMatchObject({ state: "unreadable", reason: "its age is unknown" });
    expect(stateOf(90 * day, { id: null, profile: null })).toMatchObject({
      state: "unreadable",
      reason: "it has neither an id nor a profile link",
    });
  });

  test("is kept where a keep rule knows it, which helps the member more", () => {
    const one = invitation("ada-example", 90, { trouble: "its row shows no name" });
    const kept = input([], {
      invitations: [one],
      policy: policyWith({}, { profiles: ["linkedin.com/in/ada-example"] }),
    });
    expect(plan(kept).items[0]).toMatchObject({ state: "kept", reason: "on your keep list" });
  });
});

import { expect, test } from "vitest";
import { invitationKey } from "../../src/invitation/invitation.ts";

test("an invitation is the same in two sweeps by its id, whatever became of its profile", () => {
  const before = invitationKey({ id: "7530597266228558253", profile: "/in/ada-example" });
  const after = invitationKey({ id: "7530597266228558253", profile: "/in/ada-renamed" });
  expect(after).toBe(before);
  expect(invitationKey({ id: "7530597266228558254", profile: "/in/ada-example" })).not.toBe(before);
});

test("without an id it is the same by its profile, in any case", () => {
  const key = invitationKey({ id: null, profile: "/in/Ada-Example" });
  expect(key).toBe(invitationKey({ id: null, profile: "/in/ada-example" }));
  expect(key).not.toBe(invitationKey({ id: null, profile: "/in/bo-sample" }));
});

test("no id is ever taken for a profile", () => {
  expect(invitationKey({ id: "1", profile: null })).not.toBe(invitationKey({ id: null, profile: "1" }));
});

test("without either it is never the same as another", () => {
  expect(invitationKey({ id: null, profile: null })).toBeNull();
});

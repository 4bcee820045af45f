import { afterEach, describe, expect, test } from "vitest";
import { named, person, type Scene, scene, withdrawnNames } from "../sweep/kit.ts";
import { from, ignoredNames, ignoring, strangers, violations } from "./kit.ts";

let here: Scene;
afterEach(async () => {
  expect(violations(here)).toEqual([]);
  expect(here.member.received.accepted()).toEqual([]);
  await here.close();
});

const sent = [person("Bo New", 3), person("Cy Old", 50)];
const five = () => strangers(5, (i) => [2, 20, 35, 60, 90][i] ?? 0);

describe("invitations that others sent", () => {
  test("are ignored when they are certainly older, oldest first, after the sent ones", async () => {
    here = await scene(sent, { received: five() });
    here.policy(ignoring());
    const ran = await here.sweep();
    expect(ran.err).toBe("");
    expect(ran.result.outcome).toBe("done");
    expect(ignoredNames(here)).toEqual(["Otto 005", "Otto 004", "Otto 003"]);
    expect(withdrawnNames(here.member)).toEqual(["Cy Old"]);
    expect(ran.result.items.map(({ name, direction, state }) => [name, direction, state])).toEqual([
      ["Bo New", "sent", "fresh"],
      ["Cy Old", "sent", "withdrawn"],
      ["Otto 001", "received", "fresh"],
      ["Otto 002", "received", "fresh"],
      ["Otto 003", "received", "ignored"],
      ["Otto 004", "received", "ignored"],
      ["Otto 005", "received", "ignored"],
    ]);
    expect(ran.result).toMatchObject({ pending: 1, read: 7 });
    expect(ran.result.message).toContain(
      "1 invitation was withdrawn and 3 old invitations of others were ignored",
    );
  });

  test("are left alone, and not even looked at, where the policy does not ask for them", async () => {
    here = await scene(sent, { received: five() });
    const { result } = await here.sweep();
    expect(result.items.every((item) => item.direction === "sent")).toBe(true);
    expect(
      here.replica.journal.entries.filter((entry) =>
        entry.path.startsWith("/mynetwork/invitation-manager/received"),
      ),
    ).toEqual([]);
  });
});

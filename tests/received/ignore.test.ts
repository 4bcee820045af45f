import { afterEach, describe, expect, test } from "vitest";
import { named, people, person, type Scene, scene, withdrawnNames } from "../sweep/kit.ts";
import { from, ignoredNames, ignoring, strangers, violations } from "./kit.ts";

let here: Scene;
afterEach(async () => {
  expect(violations(here)).toEqual([]);
  expect(here.member.received.accepted()).toEqual([]);
  await here.close();
});

const sent = [person("Bo New", 3), person("Cy Old", 50)];
const five = () => strangers(5, (i) => [2, 20, 35, 60, 90][i] ?? 0);
const looks = () =>
  here.replica.journal.entries.filter(({ path }) =>
    path.startsWith("/mynetwork/invitation-manager/received"),
  );

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
    expect(looks()).toEqual([]);
  });

  test("are read to the end of a long list, with buttons for controls as well as with links", async () => {
    here = await scene([], { received: strangers(34, (i) => i + 1.5) });
    here.faults({ receivedControls: "buttons" });
    here.policy(ignoring());
    const { result } = await here.sweep();
    expect(result.outcome).toBe("done");
    expect(result.read).toBe(34);
    expect(ignoredNames(here)).toEqual(["Otto 034", "Otto 033", "Otto 032", "Otto 031", "Otto 030"]);
  });

  test("share the day's cap with the withdrawals, which come first", async () => {
    here = await scene(
      people(3, (i) => 40 + i),
      { received: five() },
    );
    here.policy(ignoring({ perDay: 4 }));
    const first = await here.sweep();
    expect(first.result.outcome).toBe("capped");
    expect(withdrawnNames(here.member)).toHaveLength(3);
    expect(ignoredNames(here)).toEqual(["Otto 005"]);
    expect(named(first.result.items, "due")).toEqual(["Otto 003", "Otto 004"]);
    const second = await here.sweep();
    expect(second.result.outcome).toBe("capped");
    expect(ignoredNames(here)).toEqual(["Otto 005"]);
  });

  test("are shown by a preview, which clicks nothing", async () => {
    here = await scene(sent, { received: five() });
    here.policy(ignoring());
    const { result } = await here.sweep("--preview");
    expect(result.outcome).toBe("previewed");
    expect(named(result.items, "due")).toEqual(["Cy Old", "Otto 003", "Otto 004", "Otto 005"]);
    expect(result.message).toContain("3 of 5 that you received would be ignored");
    expect(here.replica.journal.clicks).toEqual([]);
    expect(here.replica.journal.ignores()).toEqual([]);
  });

  test("are kept by the keep rules, and those with a note where the policy says so", async () => {
    const old = [
      from("Otto Slug", 90),
      from("Otto Word", 90.1, { headline: "Old colleague" }),
      from("Otto Note", 90.2, { note: "Do you remember me?" }),
      from("Otto Plain", 90.3),
    ];
    here = await scene([], { received: old });
    const keep = {
      profiles: ["linkedin.com/in/otto-slug/"],
      words: ["colleague"],
      withNote: true,
      newest: 3,
    };
    here.policy(ignoring({ keep, onlyWhenPendingOver: 100 }));
    const { result } = await here.sweep();
    expect(ignoredNames(here)).toEqual(["Otto Plain"]);
    expect(named(result.items, "kept")).toEqual(["Otto Slug", "Otto Word", "Otto Note"]);
  });

  test("are those of people: events, pages, newsletters and groups are kept as not a person", async () => {
    const kinds = ["event", "company", "newsletter", "group"] as const;
    const others = kinds.map((kind, i) => from(`Some ${kind}`, 100 + i, { kind }));
    here = await scene([], { received: [...five(), ...others] });
    here.policy(ignoring());
    const { result } = await here.sweep();
    expect(result.outcome).toBe("done");
    expect(ignoredNames(here)).toEqual(["Otto 005", "Otto 004", "Otto 003"]);
    const kept = result.items.filter((item) => item.state === "kept");
    expect(kept.map((item) => item.reason)).toEqual(kinds.map(() => "not a person"));
    expect(here.member.received.pending()).toHaveLength(6);
  });

  test("an age that the page does not show certainly is not acted on", async () => {
    const received = [from("Otto Odd", 90, { label: "2 days ago" }), from("Otto Mute", 91, { label: "" })];
    here = await scene([], { received: [...five(), ...received] });
    here.policy(ignoring());
    const { result } = await here.sweep();
    expect(named(result.items, "unreadable").sort()).toEqual(["Otto Mute", "Otto Odd"]);
    expect(ignoredNames(here)).toEqual(["Otto 005", "Otto 004", "Otto 003"]);
  });

  test("without ids, by their labels alone", async () => {
    here = await scene([], { received: five() });
    here.faults({ noIds: true });
    here.policy(ignoring());
    await here.sweep();
    // "1 month ago" may be 28 days: only the older two are certain.
    expect(ignoredNames(here)).toEqual(["Otto 005", "Otto 004"]);
  });

  test("nobody there, but people to connect with", async () => {
    here = await scene(sent, { received: [] });
    here.policy(ignoring());
    const { result } = await here.sweep();
    expect(result.outcome).toBe("done");
    expect(result.read).toBe(2);
  });
});

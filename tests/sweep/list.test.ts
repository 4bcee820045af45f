import { afterEach, describe, expect, test } from "vitest";
import { day, named, people, person, type Scene, scene, withdrawnNames } from "./kit.ts";

let here: Scene;
afterEach(() => here.close());

describe("what a sweep withdraws", () => {
  test("1: of 40 rows only those older than the threshold go, as the server tells it", async () => {
    here = await scene(people(40, (i) => i * 4 + 0.5));
    here.policy({ olderThanDays: 90, perDay: 50 });
    const ran = await here.sweep();
    expect(ran.result.outcome).toBe("done");
    expect(ran.status).toBe(0);
    const old = Array.from({ length: 17 }, (_, i) => `Person 0${40 - i}`);
    expect(withdrawnNames(here.member)).toEqual(old);
    expect(here.member.pendingCount).toBe(23);
    expect(ran.result.pending).toBe(23);
    expect(ran.result.items).toHaveLength(40);
    expect(named(ran.result.items, "withdrawn").sort()).toEqual([...old].sort());
    expect(here.replica.journal.violations()).toEqual([]);
  });

  test("3: a minute before the threshold is too young, a minute after is not, whatever the label says", async () => {
    const minute = 60_000;
    const edge = (name: string, ageMs: number) => person(name, 0, { ageMs });
    here = await scene([
      edge("Young Twentyone", 21 * day - minute),
      edge("Old Twentyone", 21 * day + minute),
      edge("Older Twentyone", 21 * day + 30 * minute),
    ]);
    here.policy({ olderThanDays: 21 });
    const { result } = await here.sweep();
    expect(withdrawnNames(here.member)).toEqual(["Older Twentyone", "Old Twentyone"]);
    expect(named(result.items, "fresh")).toEqual(["Young Twentyone"]);
  });

  test("4: without ids a label counts by its lower bound, and an unreadable one keeps", async () => {
    here = await scene([
      person("Just Now", 0.01, { label: "Sent 15 minutes ago" }),
      person("Yester Day", 1.1, { label: "Sent yesterday" }),
      person("Four Weeks", 29, { label: "Sent 4 weeks ago" }),
      person("One Month", 40, { label: "Sent 1 month ago" }),
      person("Two Months", 70, { label: "Sent 2 months ago" }),
      person("Strange Age", 99, { label: "Sent some time ago" }),
      person("Three Months", 100, { label: "Sent 3 months ago" }),
    ]);
    here.faults({ noIds: true });
    here.policy({ olderThanDays: 28 });
    const { result } = await here.sweep();
    expect(withdrawnNames(here.member)).toEqual(["Three Months", "Two Months"]);
    expect(named(result.items, "unreadable")).toEqual(["Strange Age"]);
    const month = result.items.find((item) => item.name === "One Month");
    expect(month).toMatchObject({
      id: null,
      sentAt: null,
      state: "fresh",
      ageDays: { atLeast: 28, atMost: 62 },
    });
  });

  test("5: ages in headlines and Withdraw in notes mean nothing", async () => {
    here = await scene([
      person("Ten Years", 2, { headline: "10 years ago I started a bakery" }),
      person("Sent Head", 3, { headline: "Sent 6 months ago" }),
      person("Noted One", 4, { note: "Sent 6 months ago. You can Withdraw any time." }),
      person("Really Old", 60, {
        headline: "Sent 2 days ago",
        note: "Withdraw invitation sent to Ten Years",
      }),
    ]);
    const { result } = await here.sweep();
    expect(withdrawnNames(here.member)).toEqual(["Really Old"]);
    expect(named(result.items, "fresh")).toEqual(["Ten Years", "Sent Head", "Noted One"]);
  });

  test("6: of two people with one name the right one is withdrawn", async () => {
    here = await scene([
      person("Jon Same", 5, { slug: "jon-same-1" }),
      person("Jon Same", 50, { slug: "jon-same-2" }),
      person("Else Where", 60),
    ]);
    await here.sweep();
    expect(here.member.withdrawn().map((each) => each.slug)).toEqual(["else-where", "jon-same-2"]);
  });

  test("7: a kept profile is kept in every form it is written in, also under its former slug", async () => {
    here = await scene([
      person("Ines Nunez", 40, { slug: "inés-núñez" }),
      person("Case Fold", 41, { slug: "Case-Fold" }),
      person("Renamed Person", 42, { slug: "renamed-new", vanityInData: "renamed-old" }),
      person("Tail Slash", 43, { slug: "tail-slash" }),
      person("Gone Other", 44, { slug: "gone-other" }),
    ]);
    here.policy({
      keep: {
        profiles: [
          "https://www.linkedin.com/in/in%C3%A9s-n%C3%BA%C3%B1ez/",
          "de.linkedin.com/in/CASE-fold?trk=x",
          "https://linkedin.com/in/renamed-old",
          "/in/tail-slash#about",
        ],
      },
    });
    const { result } = await here.sweep();
    expect(withdrawnNames(here.member)).toEqual(["Gone Other"]);
    expect(named(result.items, "kept")).toEqual(["Ines Nunez", "Case Fold", "Renamed Person", "Tail Slash"]);
  });

  test("8: a preview clicks nothing and asks for no dialog", async () => {
    here = await scene(people(23, (i) => i * 3 + 0.5));
    const ran = await here.sweep("--preview");
    expect(ran.result.outcome).toBe("previewed");
    expect(named(ran.result.items, "due")).toHaveLength(13);
    expect(here.replica.journal.withdrawClicks()).toEqual([]);
    expect(here.replica.journal.dialogs()).toEqual([]);
    expect(here.member.pendingCount).toBe(23);
  });

  test("9 and 29: the cap takes the oldest, and is shared by the sweeps of a day", async () => {
    here = await scene(people(30, (i) => 31 + i));
    here.policy({ perDay: 5 });
    const first = await here.sweep();
    expect(first.result.outcome).toBe("capped");
    expect(withdrawnNames(here.member)).toEqual([
      "Person 030",
      "Person 029",
      "Person 028",
      "Person 027",
      "Person 026",
    ]);
    expect(named(first.result.items, "due")).toHaveLength(25);
    const second = await here.sweep();
    expect(second.result.outcome).toBe("capped");
    expect(here.member.withdrawn()).toHaveLength(5);
    here.policy({ perDay: 7 });
    await here.sweep();
    expect(here.member.withdrawn()).toHaveLength(7);
  });

  test("a person without a link is withdrawn by id only while nobody is on the keep list", async () => {
    here = await scene([
      person("Anna First", 3),
      person("Nora Nolink", 50, { slug: null }),
      person("Zoe Last", 60),
    ]);
    here.policy({ keep: { profiles: ["/in/somebody-else"] } });
    const kept = await here.sweep();
    expect(named(kept.result.items, "kept")).toEqual(["Nora Nolink"]);
    here.policy({});
    await here.sweep();
    expect(withdrawnNames(here.member)).toEqual(["Zoe Last", "Nora Nolink"]);
  });

  test("an id whose time disagrees with the label keeps the invitation", async () => {
    here = await scene([
      person("Anna First", 3),
      person("Liar Label", 50, { label: "Sent 2 weeks ago" }),
      person("Zoe Last", 60),
    ]);
    const { result } = await here.sweep();
    expect(withdrawnNames(here.member)).toEqual(["Zoe Last"]);
    expect(named(result.items, "unreadable")).toEqual(["Liar Label"]);
  });

  test("22: an empty list is nothing to do, with and without suggestions; rows that nobody understands are drift", async () => {
    here = await scene([]);
    here.faults({ peopleYouMayKnow: "when-empty" });
    const empty = await here.sweep();
    expect(empty.result).toMatchObject({ outcome: "nothing-due", read: 0, pending: 0 });
    await here.close();
    here = await scene(people(12, (i) => 40 + i).map((each) => ({ ...each, label: "vor langer Zeit" })));
    const broken = await here.sweep();
    expect(broken.result.outcome).toBe("page-drift");
    expect(broken.status).toBe(5);
    expect(here.replica.journal.withdrawClicks()).toEqual([]);
  });

  test.each([
    ["missing", "missing" as const, "done"],
    ["1.2K", { text: "People (1.2K)" }, "done"],
    ["too high", { number: 99 }, "page-drift"],
    ["too low", { number: 2 }, "page-drift"],
  ])("26: a counter that is %s", async (_name, pill, outcome) => {
    here = await scene(people(12, (i) => i * 5 + 0.5));
    here.faults({ pill });
    const { result } = await here.sweep();
    expect(result.outcome).toBe(outcome);
    expect(here.member.withdrawn()).toHaveLength(outcome === "done" ? 6 : 0);
  });

  test("a list that stops loading half way is drift, and nothing is clicked", async () => {
    here = await scene(people(35, (i) => 31 + i));
    here.faults({ pagination: [{ fault: "wrongEnd", from: 2 }] });
    const { result } = await here.sweep();
    expect(result.outcome).toBe("page-drift");
    expect(result.read).toBe(20);
    expect(here.replica.journal.withdrawClicks()).toEqual([]);
  });

  test("page data that come in pieces, cut anywhere, give every id all the same", async () => {
    here = await scene(people(12, (i) => i * 5 + 0.5));
    here.faults({ islandChunks: 23 });
    const { result } = await here.sweep("--preview");
    expect(result.items.every((item) => item.id !== null)).toBe(true);
  });

  test("a page of the list that fails once is asked for again", async () => {
    here = await scene(people(35, (i) => 20 + i));
    here.faults({ pagination: [{ fault: "500", from: 2, times: 1 }] });
    const { result } = await here.sweep();
    expect(result.read).toBe(35);
    expect(here.member.withdrawn()).toHaveLength(10);
  });

  test("onlyWhenPendingOver keeps everything until there are more, and then withdraws down to it", async () => {
    here = await scene(people(12, (i) => 31 + i));
    here.policy({ onlyWhenPendingOver: 12 });
    const kept = await here.sweep();
    expect(kept.result.outcome).toBe("nothing-due");
    expect(named(kept.result.items, "kept")).toHaveLength(12);
    here.policy({ onlyWhenPendingOver: 9 });
    await here.sweep();
    expect(withdrawnNames(here.member)).toEqual(["Person 012", "Person 011", "Person 010"]);
  });

  test("the site's clock behind ours makes everybody younger; ahead of ours makes nobody older", async () => {
    here = await scene(people(12, (i) => 26 + i));
    here.faults({ dateSkewMs: -3 * day });
    const { result } = await here.sweep();
    expect(
      result.items
        .filter((item) => item.state === "withdrawn" || item.state === "due")
        .every((item) => (item.ageDays?.atLeast ?? 0) >= 30),
    ).toBe(true);
    expect(withdrawnNames(here.member).length).toBeLessThanOrEqual(5);
  });
});

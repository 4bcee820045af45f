import { describe, expect, test } from "vitest";
import { now } from "../../invitation/sample.ts";
import { link, listedFrom, shape, shapeOf, text, withdrawOf } from "../sample.ts";

const clocks = { host: now, site: null };
const day = 86_400_000;
const usual = ["Ada", "Bo", "Chidi", "Dana"].map((name) =>
  shapeOf({ name, slug: name.toLowerCase(), age: "Sent 3 weeks ago" }),
);
const row = (name: string, ...texts: string[]) =>
  shape([link(`https://www.linkedin.com/in/${name}/`), text(name), ...texts.map(text), withdrawOf(name)]);
const lastOf = (...shapes: ReturnType<typeof row>[]) =>
  listedFrom([...usual, ...shapes], [], clocks).at(-1)?.invitation;

describe("an age without an id", () => {
  test("is read where most of the list have theirs", () => {
    expect(lastOf(row("eve", "Gardener", "Sent 2 months ago"))).toMatchObject({ trouble: null });
  });

  test("is not read from a headline, in a row that shows no age", () => {
    const eve = lastOf(row("eve", "Sent 6 months ago"));
    expect(eve).toMatchObject({ age: null, trouble: "which of its texts is its age is not certain" });
  });

  test("is not read from another line of the row, which stands where nobody else has an age", () => {
    const eve = lastOf(row("eve", "Gardener", "3 in common", "Sent 6 months ago"));
    expect(eve).toMatchObject({ age: null, trouble: "which of its texts is its age is not certain" });
  });

  test("is as little as one of the row's texts may mean", () => {
    const eve = lastOf(row("eve", "Sent 2 days ago", "Sent 2 months ago"));
    expect(eve?.age?.atLeast).toBeLessThan(3 * day);
    expect(eve?.trouble).toBeNull();
  });

  test("is not read from a note that has come up to the place of an age, and does not look like one", () => {
    const looking = (name: string, ...texts: (readonly [words: string, look: string])[]) => {
      const shown = texts.map(([words, look]) => ({ ...text(words), look }));
      return shape([link(`https://www.linkedin.com/in/${name}/`), text(name), ...shown, withdrawOf(name)]);
    };
    const aged = (name: string, look = "_9f") => looking(name, ["QA", "_1a"], ["Sent 3 weeks ago", look]);
    const note = looking("eve", ["QA", "_1a"], ["Sent 6 months ago", "_7c"]);
    const ages = (...shapes: ReturnType<typeof row>[]) =>
      listedFrom(shapes, [], clocks).map((each) => each.invitation.age !== null);
    expect(ages(aged("ada"), aged("bo"), aged("cy"), note)).toEqual([true, true, true, false]);
    expect(ages(aged("ada"), aged("bo"), note)).toEqual([true, true, false]);
    expect(ages(aged("ada"), note)).toEqual([false, false]);
    expect(ages(aged("ada"), aged("bo"))).toEqual([true, true]);
    // Where each is styled in a way of its own, that says nothing.
    expect(ages(aged("ada", "_1"), aged("bo", "_2"), aged("cy", "_3"))).toEqual([true, true, true]);
  });

  test("counts wherever the page itself calls it a time", () => {
    const time = { ...text("Sent 6 months ago"), tag: "time" };
    const eve = lastOf(
      shape([link("https://www.linkedin.com/in/eve/"), text("Eve"), time, withdrawOf("Eve")]),
    );
    expect(eve?.age?.atLeast).toBe(168 * day);
  });

  test("is not read at all in a list most of whose rows show none", () => {
    const silent = ["Fay", "Gil", "Hal"].map((name) => row(name, "Gardener", "Baker"));
    const all = listedFrom([...silent, row("eve", "Gardener", "Sent 6 months ago")], [], clocks);
    expect(all.map((each) => each.invitation.age)).toEqual([null, null, null, null]);
  });

  test("of one row alone needs a text between it and the name", () => {
    const alone = (...texts: string[]) => listedFrom([row("eve", ...texts)], [], clocks)[0]?.invitation.age;
    expect(alone("Sent 6 months ago")).toBeNull();
    expect(alone("Gardener", "Sent 6 months ago")).not.toBeNull();
  });
});

describe("the language of a list", () => {
  test("is the page's own word, unless no age can be read in it and some can in others", () => {
    const french = [row("eve", "QA", "Envoyé il y a 2 mois"), row("flo", "QA", "Envoyé il y a 3 mois")];
    const ages = (hint: string) =>
      listedFrom(french, [], clocks, hint).map((each) => each.invitation.age !== null);
    expect(ages("fr")).toEqual([true, true]);
    expect(ages("en")).toEqual([true, true]);
  });
});

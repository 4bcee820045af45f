import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ageOfLabel } from "../../../src/invitation/label.ts";
import { idsFall } from "../../../src/linkedin/list/order.ts";
import { day, idSentAt, now } from "../../invitation/sample.ts";
import { entryOf, listedFrom, shape, shapeOf, text, withdrawOf } from "../sample.ts";

const clocks = { host: now, site: null };
const id = (days: number) => idSentAt(now - days * day);
const ada = { name: "Ada Example", slug: "ada-example", age: "Sent 3 days ago" };
const bo = { name: "Bo Sample", slug: "bo-sample", age: "Sent 1 month ago" };

describe("an invitation as it was understood", () => {
  test("has the exact time of its id, where its label agrees", () => {
    const [listed] = listedFrom([shapeOf(ada)], [entryOf(id(3.5), "Ada Example", "ada-example")], clocks);
    expect(listed?.invitation).toMatchObject({
      id: id(3.5),
      profile: "/in/ada-example",
      name: "Ada Example",
      sentAt: new Date(now - 3.5 * day).toISOString(),
      direction: "sent",
      label: "Sent 3 days ago",
      age: { atLeast: 3.5 * day, atMost: 3.5 * day },
      trouble: null,
    });
  });

  test("has no time and trouble, where id and label disagree", () => {
    const [listed] = listedFrom([shapeOf(ada)], [entryOf(id(90), "Ada Example", "ada-example")], clocks);
    expect(listed?.invitation).toMatchObject({ age: null, sentAt: null });
    expect(listed?.invitation.trouble).toContain("disagree");
  });

  test("has the bounds of its label and no time, where the data hold nothing of it", () => {
    const [listed] = listedFrom([shapeOf(bo)], [], clocks);
    expect(listed?.invitation).toMatchObject({ id: null, sentAt: null, trouble: null });
    expect(listed?.invitation.age).toEqual({ atLeast: 28 * day, atMost: 62 * day });
  });

  test("has every address that row and data give", () => {
    const key = "ACoAATyGJMuHbEL31IeL2HPcHyGcFRl1SPnXNYv";
    const [listed] = listedFrom([shapeOf(ada)], [entryOf(id(3), "Ada Example", "ada-example", key)], clocks);
    expect(listed?.invitation.addresses).toEqual([
      { kind: "vanity", key: "ada-example" },
      { kind: "urn", key },
    ]);
  });

  test("has what to press beside it, from the same reading", () => {
    const [listed] = listedFrom([shapeOf(ada)], [], clocks);
    expect(listed?.target).toEqual({
      profileHref: "https://www.linkedin.com/in/ada-example/",
      label: "Withdraw invitation sent to Ada Example",
      name: "Ada Example",
    });
    expect(listedFrom([shape([text("Ada"), text("Sent 3 days ago")])], [], clocks)[0]?.target).toBeNull();
  });
});

describe("a page that shows nobody's headline", () => {
  const headless = shapeOf({ ...ada, headline: "" });

  test("says so of each, so that words in headlines cannot be kept by; one headline is enough", () => {
    const headlines = (...shapes: (typeof headless)[]) =>
      listedFrom(shapes, [], clocks).map((each) => each.invitation.headline);
    expect(headlines(headless)).toEqual([null]);
    expect(headlines(headless, shapeOf(bo))).toEqual(["", "Compiler engineer"]);
  });
});

describe("a row that is shown twice", () => {
  test("is one invitation, while a person with two invitations is in doubt", () => {
    expect(listedFrom([shapeOf(ada), shapeOf(ada), shapeOf(bo)], [], clocks)).toHaveLength(2);
    const two = listedFrom([shapeOf(ada), shapeOf({ ...ada, age: "Sent 2 months ago" })], [], clocks);
    expect(two.map((each) => each.invitation.trouble !== null)).toEqual([true, true]);
  });

  test("without a link is two, and neither is touched", () => {
    const member = shape([text("LinkedIn Member"), text("Sent 1 month ago"), withdrawOf("LinkedIn Member")]);
    const two = listedFrom(
      [member, member],
      [entryOf(id(40), "LinkedIn Member"), entryOf(id(41), "LinkedIn Member")],
      clocks,
    );
    expect(two.map((each) => each.invitation.trouble)).toEqual([
      "its row cannot be told from another on the page",
      "its row cannot be told from another on the page",
    ]);
  });
});

describe("the order of the page, newest first", () => {
  const labels = [
    "Sent today",
    "Sent 3 days ago",
    "Sent 2 weeks ago",
    "Sent 1 month ago",
    "Sent 2 months ago",
    "Sent 6 months ago",
    "Sent 1 year ago",
  ];
  const shapes = (ages: readonly string[]) =>
    ages.map((age, i) => shapeOf({ name: `Person ${i}`, slug: `person-${i}`, age }));

  test("takes away the age of whoever seems older than somebody further down", () => {
    const listed = listedFrom(shapes(["Sent 6 months ago", "Sent 3 days ago"]), [], clocks);
    expect(listed.map((each) => each.invitation.trouble)).toEqual([
      "its age contradicts the order of the list",
      null,
    ]);
    expect(listed[0]?.invitation.age).toBeNull();
  });

  test("never doubts a list that is in order", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(labels.length - 1), { maxLength: 10 }), (picks) => {
        const ages = picks.toSorted((a, b) => a - b).map((i) => labels[i] ?? "");
        for (const { invitation } of listedFrom(shapes(ages), [], clocks))
          expect(invitation.trouble).toBeNull();
      }),
    );
  });

  test("leaves nobody certainly older than somebody further down", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(labels.length - 1), { maxLength: 10 }), (picks) => {
        const listed = listedFrom(shapes(picks.map((i) => labels[i] ?? "")), [], clocks);
        listed.forEach(({ invitation }, i) => {
          for (const later of listed.slice(i + 1)) {
            if (invitation.age === null || later.invitation.age?.atMost == null) continue;
            expect(invitation.age.atLeast).toBeLessThanOrEqual(later.invitation.age.atMost);
          }
        });
      }),
    );
  });

  test("is not reckoned from a row that is not believed itself", () => {
    const listed = listedFrom(
      shapes(["Sent 1 month ago", "Sent 3 fortnights ago", "Sent 2 months ago"]),
      [],
      clocks,
    );
    expect(listed.map((each) => each.invitation.trouble === null)).toEqual([true, false, true]);
  });

  test("changes no row's own bounds", () => {
    const listed = listedFrom(shapes(labels), [], clocks);
    expect(listed.map((each) => each.invitation.age)).toEqual(labels.map((label) => ageOfLabel(label)));
  });
});

describe("the ids of the page", () => {
  const listOf = (ages: readonly number[]) =>
    listedFrom(
      ages.map((days, i) =>
        shapeOf({ name: `P ${i}`, slug: `p-${i}`, age: `Sent ${Math.floor(days)} days ago` }),
      ),
      ages.map((days, i) => entryOf(id(days), `P ${i}`, `p-${i}`)),
      clocks,
    );

  test("fall from top to bottom", () => {
    expect(idsFall(listOf([1, 5, 9]))).toBe(true);
    expect(idsFall(listOf([]))).toBe(true);
    expect(idsFall(listOf([5, 1, 9]))).toBe(false);
    expect(idsFall(listOf([1, 9, 5]))).toBe(false);
  });

  test("of rows that are not understood, or have none, say nothing", () => {
    const odd = listOf([1, 5, 9]).map((each, i) =>
      i === 0 ? { ...each, invitation: { ...each.invitation, id: id(300), trouble: "odd" } } : each,
    );
    expect(idsFall(odd)).toBe(true);
    const without = listOf([1, 5, 9]).map((each, i) =>
      i === 1 ? { ...each, invitation: { ...each.invitation, id: null } } : each,
    );
    expect(idsFall(without)).toBe(true);
  });
});

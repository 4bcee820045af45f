import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allSigns, compareRolls, invitationKeys, missingSigns } from "../../../src/linkedin/list/roll.ts";
import type { RollCall } from "../../../src/linkedin/page/rows.ts";

const keyOf = (slug: string) =>
  `https://www.linkedin.com/in/${slug}/|\nhttps://www.linkedin.com/|Withdraw invitation sent to ${slug}`;
const suggestion = "https://www.linkedin.com/in/grace-stub/|\n|Invite Grace Stub to connect";

function roll(slugs: readonly string[], counter: string | null, others: readonly string[] = []): RollCall {
  return {
    url: "https://www.linkedin.com/mynetwork/invitation-manager/sent/CONNECTION/",
    rows: [...slugs.map(keyOf), ...others].map((key) => ({ key, acts: /\|withdraw/i.test(key) })),
    counters: counter === null ? [] : [counter],
    dialogs: 0,
    captcha: false,
    notices: [],
  };
}

const before = roll(["ada", "bo", "chidi"], "People (3)");
const signs = (after: RollCall, from = before) => compareRolls(from, after, keyOf("bo"));

describe("a withdrawal is proved", () => {
  test("when the target is gone, the list and the counter one lower, and nobody else gone", () => {
    expect(allSigns(signs(roll(["ada", "chidi"], "People (2)")))).toBe(true);
    expect(missingSigns(signs(roll(["ada", "chidi"], "People (2)")))).toBe("");
  });

  test("where there never was a counter to read", () => {
    const from = roll(["ada", "bo", "chidi"], "People (1.2K)");
    expect(allSigns(signs(roll(["ada", "chidi"], "People (1.2K)"), from))).toBe(true);
    expect(allSigns(signs(roll(["ada", "chidi"], null), roll(["ada", "bo", "chidi"], null)))).toBe(true);
  });

  test("for the last invitation, although its counter leaves the page with it", () => {
    expect(allSigns(signs(roll([], null), roll(["bo"], "People (1)")))).toBe(true);
    expect(allSigns(signs(roll([], "People (0)"), roll(["bo"], "People (1)")))).toBe(true);
  });

  test("for the last invitation, although suggestions stay", () => {
    const from = roll(["bo"], "People (1)", [suggestion]);
    expect(allSigns(signs(roll([], null, [suggestion]), from))).toBe(true);
  });

  test("whatever suggestions come and go", () => {
    expect(allSigns(signs(roll(["ada", "chidi"], "People (2)", [suggestion])))).toBe(true);
  });
});

describe("a withdrawal is not proved where", () => {
  test.each<[string, RollCall]>([
    ["it is still shown", roll(["ada", "bo", "chidi"], "People (2)")],
    ["it is still shown", roll(["ada", "bo"], "People (2)")],
    ["the list is not one shorter", roll(["ada"], "People (2)")],
    ["the list is not one shorter", roll(["ada", "chidi", "dana"], "People (2)")],
    ["somebody else's invitation moved or is gone", roll(["ada", "dana"], "People (2)")],
    ["somebody else's invitation moved or is gone", roll(["chidi", "ada"], "People (2)")],
    ["the counter did not go down by one", roll(["ada", "chidi"], "People (3)")],
    ["the counter did not go down by one", roll(["ada", "chidi"], "People (1)")],
    ["the counter did not go down by one", roll(["ada", "chidi"], null)],
    ["the counter did not go down by one", roll(["ada", "chidi"], "People (1.2K)")],
  ])("%s", (words, after) => {
    expect(allSigns(signs(after))).toBe(false);
    expect(missingSigns(signs(after))).toContain(words);
  });

  test("the counter left the page, but not with the last invitation", () => {
    expect(allSigns(signs(roll([], null), roll(["bo"], "People (2)")))).toBe(false);
    expect(signs(roll(["ada"], null), roll(["ada", "bo"], "People (1)")).counterOneLower).toBe(false);
    expect(signs(roll([], "People"), roll(["bo"], "People (1)")).counterOneLower).toBe(false);
  });

  test("the target was not there before", () => {
    expect(allSigns(compareRolls(before, roll(["ada", "chidi"], "People (2)"), keyOf("nobody")))).toBe(false);
  });

  test("another with the very same row is still shown", () => {
    const from = roll(["bo", "ada", "bo"], "People (3)");
    expect(signs(roll(["ada", "bo"], "People (2)"), from).targetGone).toBe(false);
  });

  test("nothing happened, or the whole list vanished", () => {
    expect(allSigns(signs(before))).toBe(false);
    expect(allSigns(signs(roll([], null)))).toBe(false);
  });
});

describe("over all lists", () => {
  const slugs = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 12 });

  test("taking out the target alone is proved, taking out or in anybody besides is not", () => {
    fc.assert(
      fc.property(slugs, fc.nat(), fc.nat(), (list, at, besides) => {
        const target = list[at % list.length] ?? "";
        const rest = list.filter((slug) => slug !== target);
        const from = roll(list, `People (${list.length})`);
        const count = `People (${rest.length})`;
        const proved = (left: readonly string[]) =>
          allSigns(compareRolls(from, roll(left, count), keyOf(target)));
        expect(proved(rest)).toBe(true);
        expect(proved(["NEW", ...rest])).toBe(false);
        if (rest.length > 0) expect(proved(rest.filter((_, i) => i !== besides % rest.length))).toBe(false);
        if (rest.length > 1) expect(proved(rest.toReversed())).toBe(false);
      }),
    );
  });
});

test("suggestions and furniture are no invitations", () => {
  expect(invitationKeys(roll(["ada"], null, [suggestion, ""]))).toEqual([keyOf("ada")]);
});

test("in a language whose word for it is not known, every row with a control counts", () => {
  const french = "https://www.linkedin.com/in/ada/|\n|Retirer l’invitation envoyée à Ada";
  expect(invitationKeys(roll([], null, [french, ""]))).toEqual([french]);
});

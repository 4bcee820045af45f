import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Kit } from "../../../src/linkedin/page/kit.ts";
import { skeletonOf, treeWish } from "../../../src/linkedin/report/skeleton.ts";
import { readTree } from "../../../src/linkedin/report/tree.ts";
import { type FakeElement, pages, personalIn } from "./page.ts";

const kit = {} as Kit;

afterEach(() => void vi.unstubAllGlobals());

function skeletonOfPage(page: FakeElement, wish = treeWish): string {
  vi.stubGlobal("document", { documentElement: page });
  const tree = readTree(kit, wish);
  if (tree === null) throw new Error("no page");
  // What the page answers has travelled as JSON.
  return skeletonOf(JSON.parse(JSON.stringify(tree)));
}

describe("A skeleton holds nothing that a person wrote", () => {
  test("wherever in the page it stood", () => {
    fc.assert(
      fc.property(pages, (page) => {
        const text = skeletonOfPage(page);
        expect(personalIn(page).filter((word) => text.includes(word))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  test("nor does a value leave the page that is none of our marks", () => {
    fc.assert(
      fc.property(pages, (page) => {
        vi.stubGlobal("document", { documentElement: page });
        const values = JSON.stringify(valuesIn(readTree(kit, treeWish)));
        expect(personalIn(page).filter((word) => values.includes(word))).toEqual([]);
      }),
    );
  });
});

describe("Reading a page's tree", () => {
  const element = (localName: string, children: readonly FakeElement[] = []): FakeElement => ({
    localName,
    children,
    shadowRoot: null,
    textContent: "",
    getAttributeNames: () => [],
    getAttribute: () => null,
  });

  test("leaves out what scripts hold, and what drawings consist of", () => {
    const page = element("body", [
      element("script"),
      element("style"),
      element("template"),
      element("svg", [element("path")]),
    ]);
    expect(skeletonOfPage(page)).toBe("body > svg");
  });

  test("looks at the first and the last of many children", () => {
    const rows = Array.from({ length: 1_000 }, (_, i) => element(i < 999 ? "p" : "hr"));
    const text = skeletonOfPage(element("body", rows), { ...treeWish, first: 3, last: 2 });
    expect(text).toBe("body\n  p ×3\n  … 995 more …\n  p\n  hr");
  });

  test("ends at its depth and at its number of elements", () => {
    const chain = element("p", [element("a", [element("b", [element("i")])])]);
    expect(skeletonOfPage(chain, { ...treeWish, depth: 2 })).toBe("p > a > b\n  … 1 more …");
    const wide = element("p", [element("a"), element("b"), element("i")]);
    expect(skeletonOfPage(wide, { ...treeWish, elements: 2 })).toBe("p\n  a\n  b\n  … 1 more …");
  });
});

function valuesIn(tree: ReturnType<typeof readTree>): unknown[] {
  if (tree === null) return [];
  return [tree.values, ...[...tree.children, ...(tree.shadow ?? [])].flatMap(valuesIn)];
}

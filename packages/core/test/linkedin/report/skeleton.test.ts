import { describe, expect, test } from "vitest";
import { skeletonBytes, skeletonOf } from "../../../src/linkedin/report/skeleton.ts";
import { bush, node } from "./node.ts";

const row = (...more: ReturnType<typeof node>[]) =>
  node("div", { names: ["role"], role: "listitem", children: [node("p"), node("a"), ...more] });

describe("A skeleton", () => {
  test("is one line an element, with its role and the names of its attributes in order", () => {
    const page = node("main", [
      node("nav", { names: ["title", "aria-label"], role: "navigation" }),
      node("a", { names: ["href", "class", "style"] }),
    ]);
    expect(skeletonOf(page)).toBe("main\n  nav[role=navigation aria-label title]\n  a[href]");
  });

  test("puts a chain of only children into one line", () => {
    expect(skeletonOf(node("div", [node("div", [node("p", [node("span")])])]))).toBe("div > div > p > span");
  });

  test("tells equal siblings once, with their number", () => {
    const list = node(
      "section",
      Array.from({ length: 10 }, () => row()),
    );
    expect(skeletonOf(list)).toBe("section\n  div[role=listitem] ×10\n    p\n    a");
  });

  test("tells groups of siblings that repeat themselves once", () => {
    const list = node(
      "section",
      Array.from({ length: 6 }, (_, i) => (i % 2 === 0 ? node("hr") : row())),
    );
    expect(skeletonOf(list)).toBe("section\n  ×3:\n    hr\n    div[role=listitem]\n      p\n      a");
  });

  test("names an element that looks like an earlier sibling without telling it again", () => {
    const list = node("section", [row(), row(node("b")), row()]);
    const [, ...lines] = skeletonOf(list).split("\n");
    expect(lines).toEqual([
      "  div[role=listitem]",
      "    p",
      "    a",
      "  div[role=listitem]",
      "    p",
      "    a",
      "    b",
      "  div[role=listitem] (like one above)",
    ]);
  });

  test("says where children were left out, and what stands in a shadow root", () => {
    const page = node("body", {
      shadow: [node("dialog")],
      children: [node("p"), node("a")],
      left: { count: 940, after: 1 },
    });
    expect(skeletonOf(page)).toBe("body\n  #shadow\n    dialog\n  p\n  … 940 more …\n  a");
  });

  test("keeps values that are marks of ours, and no other", () => {
    const page = node("div", {
      names: ["data-testid", "aria-label"],
      values: [
        ["data-testid", "lazy-column"],
        ["aria-label", "Ada Example"],
      ],
    });
    expect(skeletonOf(page)).toBe("div[aria-label data-testid=lazy-column]");
    const other = node("div", { names: ["data-testid"], values: [["data-testid", "ada-example"]] });
    expect(skeletonOf(other)).toBe("div[data-testid]");
  });

  test("shows what is not standard as a question mark", () => {
    const page = node("ada-example", {
      names: ["data-ada-example", "aria-ada", "x", "href"],
      role: "ada button",
    });
    expect(skeletonOf(page)).toBe("?[role=? role=button href ?×3]");
  });

  test.each([
    [
      "wide",
      node(
        "div",
        Array.from({ length: 8_000 }, (_, i) =>
          node(i % 7 === 0 ? "p" : i % 5 === 0 ? "a" : "b", bush(i % 3, ["href"]).children),
        ),
      ),
    ],
    ["deep and wide", bush(13, ["aria-label", "data-testid", "data-view-name"])],
    [
      "deep",
      Array.from({ length: 119 }, () => 0).reduce((inside) => node("div", [inside, node("p")]), node("p")),
    ],
  ])("fits into 64 KB of a page that is %s", (_, page) => {
    expect(new TextEncoder().encode(skeletonOf(page)).length).toBeLessThanOrEqual(skeletonBytes);
  });

  test("of a page that is too long is shown less deep before it is cut", () => {
    const text = skeletonOf(bush(13, ["aria-label", "data-testid", "data-view-name"]));
    expect(text).toContain("…");
    expect(text.length).toBeGreaterThan(1_000);
  });
});

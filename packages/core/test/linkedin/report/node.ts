import type { TreeNode } from "../../../src/linkedin/report/tree.ts";

/** An element as it comes out of a page. */
export function node(tag: string, more: Partial<TreeNode> | readonly TreeNode[] = {}): TreeNode {
  const rest = "length" in more ? { children: more } : more;
  return { tag, names: [], role: "", values: [], children: [], left: null, shadow: null, ...rest };
}

/** A tree of that many levels, each with two children that differ. */
export function bush(levels: number, names: readonly string[]): TreeNode {
  if (levels === 0) return node("p");
  return node("div", {
    names,
    children: [bush(levels - 1, names), node("hr"), bush(levels - 1, [...names, `q${levels}`])],
  });
}

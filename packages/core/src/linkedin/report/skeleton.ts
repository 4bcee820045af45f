import { folded } from "./fold.ts";
import type { TreeNode, TreeWish } from "./tree.ts";
import { type Vocabulary, vocabulary } from "./vocabulary.ts";

/** No skeleton is longer, in bytes of UTF-8: an alarm has to be able to carry it. */
export const skeletonBytes = 64 * 1024;

/** What is asked of a page for its skeleton. */
export const treeWish: TreeWish = {
  values: vocabulary.values,
  depth: 120,
  first: 45,
  last: 15,
  elements: 20_000,
};

/** Deep pages are shown less deep rather than cut off in the middle. */
const depths = [Number.POSITIVE_INFINITY, 24, 16, 12, 8, 5];
/** A chain of only children stands in one line, up to about this many characters. */
const lineWidth = 110;
/** Nearly every element has them, and they say nothing that is not hashed or a name. */
const dull = new Set(["class", "style", "role"]);

/**
 * A page's skeleton: one line an element (a chain of only children in one), indented, with the tag, the role and the
 * names of its attributes; equal siblings in a row are told once with their number. Whatever is not in the vocabulary
 * is "?", so nothing that a person wrote can be in it.
 */
export function skeletonOf(root: TreeNode, known: Vocabulary = vocabulary): string {
  for (const depth of depths) {
    const text = linesOf(root, depth, known).join("\n");
    if (bytes(text) <= skeletonBytes) return text;
  }
  const cut: string[] = [];
  let room = skeletonBytes - 100;
  for (const line of linesOf(root, depths.at(-1) ?? 1, known)) {
    room -= bytes(line) + 1;
    if (room < 0) return [...cut, "… cut here"].join("\n");
    cut.push(line);
  }
  return cut.join("\n");
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

function linesOf(node: TreeNode, depth: number, known: Vocabulary): string[] {
  let line = headOf(node, known);
  let end = node;
  for (;;) {
    const [only] = end.children;
    if (only === undefined || end.children.length > 1 || end.left !== null || end.shadow !== null) break;
    if (line.length > lineWidth) break;
    line += ` > ${headOf(only, known)}`;
    end = only;
  }
  const inside = depth <= 0 ? [] : insideOf(end, depth - 1, known);
  const hidden = depth <= 0 && (end.children.length > 0 || end.shadow !== null);
  return [hidden ? `${line} …` : line, ...inside.map((each) => `  ${each}`)];
}

function insideOf(node: TreeNode, depth: number, known: Vocabulary): string[] {
  const blocks = node.children.map((child) => linesOf(child, depth, known));
  const shadow =
    node.shadow === null
      ? []
      : ["#shadow", ...folded(node.shadow.map((each) => linesOf(each, depth, known))).map((l) => `  ${l}`)];
  if (node.left === null) return [...shadow, ...folded(blocks)];
  const { count, after } = node.left;
  return [...shadow, ...folded(blocks.slice(0, after)), `… ${count} more …`, ...folded(blocks.slice(after))];
}

function headOf(node: TreeNode, known: Vocabulary): string {
  const told = new Map(node.values);
  const names = node.names.filter((name) => !dull.has(name));
  const said = names
    .filter((name) => known.names.has(name))
    .sort()
    .map((name) => {
      const value = told.get(name);
      const may = value !== undefined && Object.hasOwn(known.values, name);
      return may && known.values[name]?.includes(value) === true ? `${name}=${value}` : name;
    });
  const unknown = names.length - said.length;
  const marks = [
    ...node.role
      .split(/\s+/)
      .filter((role) => role !== "")
      .map((role) => `role=${known.roles.has(role) ? role : "?"}`),
    ...said,
    ...(unknown === 0 ? [] : [unknown === 1 ? "?" : `?×${unknown}`]),
  ];
  const tag = known.tags.has(node.tag) ? node.tag : "?";
  return marks.length === 0 ? tag : `${tag}[${marks.join(" ")}]`;
}

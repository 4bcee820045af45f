import type { Kit } from "../page/kit.ts";

/** One element of a page, as it comes out of it: names, and of its values only those that were asked for. */
export interface TreeNode {
  readonly tag: string;
  /** Names of its attributes; no values. */
  readonly names: readonly string[];
  /** The value of `role`, "" without one. */
  readonly role: string;
  /** Name and value, where the value is one of those that were asked for. */
  readonly values: readonly (readonly [string, string])[];
  readonly children: readonly TreeNode[];
  /** How many children were left out, after which child. */
  readonly left: { readonly count: number; readonly after: number } | null;
  /** What stands in its open shadow root; null without one. */
  readonly shadow: readonly TreeNode[] | null;
}

export interface TreeWish {
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** Elements deeper than this are left out. */
  readonly depth: number;
  /** Of each parent this many children are looked at: most at its beginning, a few at its end. */
  readonly first: number;
  readonly last: number;
  /** Of the whole page. */
  readonly elements: number;
}

/** The page's elements as a tree. Runs in the page: no text and no address comes along, nor what scripts hold. */
export function readTree(_kit: Kit, wish: TreeWish): TreeNode | null {
  let room = wish.elements;
  const silent = /^(?:head|script|style|link|meta|noscript|template|base|title)$/;
  const branch = (parent: Element | ShadowRoot, depth: number): [TreeNode[], TreeNode["left"]] => {
    const all = [...parent.children].filter((child) => !silent.test(child.localName));
    const most = wish.first + wish.last;
    const few = all.length <= most ? all : [...all.slice(0, wish.first), ...all.slice(-wish.last)];
    const taken = depth >= wish.depth ? [] : few.slice(0, Math.max(0, room));
    room -= taken.length;
    const count = all.length - taken.length;
    const after = taken.length === few.length ? wish.first : taken.length;
    return [taken.map((child) => read(child, depth + 1)), count === 0 ? null : { count, after }];
  };
  const read = (element: Element, depth: number): TreeNode => {
    const names = element.getAttributeNames();
    const values = names.flatMap((name): [string, string][] => {
      const value = element.getAttribute(name) ?? "";
      return Object.hasOwn(wish.values, name) && wish.values[name]?.includes(value) === true
        ? [[name, value]]
        : [];
    });
    // What a drawing consists of says nothing of the page.
    const [children, left] = element.localName === "svg" ? [[], null] : branch(element, depth);
    return {
      tag: element.localName,
      names,
      role: element.getAttribute("role") ?? "",
      values,
      children,
      left,
      shadow: element.shadowRoot === null ? null : branch(element.shadowRoot, depth)[0],
    };
  };
  return document.documentElement === null ? null : read(document.documentElement, 0);
}

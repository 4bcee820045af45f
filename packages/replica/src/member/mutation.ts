/**
 * One change of the page for the worse: what a reader may have relied on is called otherwise or is gone. The page
 * goes on working, because its own script finds everything by `data-r`, which no mutation touches.
 */
export type Mutation = ElementMutation | IslandMutation;

// biome-ignore format: a table is easier to read in rows
export const elementChanges = [
  "remove-attribute", "rename-attribute", "change-value", "rename-tag", "remove-text", "remove-element",
] as const;

/**
 * Meets every element that the selector finds, also in rows and dialogs that come later.
 * - `rename-attribute`: `href` becomes `data-x-href`; `change-value`: the letters of the value are others.
 * - `rename-tag`: a `<span>` or `<div>` with the same attributes and children.
 * - `remove-text`: every text in it, its attributes stay.
 */
export interface ElementMutation {
  readonly selector: string;
  readonly change: (typeof elementChanges)[number];
  /** For the three changes of attributes; without it they meet every attribute of the element. */
  readonly attribute?: string;
}

/** Meets the data in the page (inline scripts, code elements) and in the answers with more rows. */
export interface IslandMutation {
  readonly script: "island";
  readonly change: "remove" | "rename-key";
  /** `rename-key`: this key becomes `x_<key>` wherever it stands. */
  readonly key?: string;
}

export const isIsland = (mutation: Mutation): mutation is IslandMutation => "script" in mutation;

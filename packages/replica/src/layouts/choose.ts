import type { Layout } from "./layout.ts";
import { type LayoutName, layoutNames } from "./names.ts";
import { v2 } from "./v2/v2.ts";
import { v3b } from "./v3b/v3b.ts";
import { v4 } from "./v4/v4.ts";
import { v5anchor, v5button } from "./v5/v5.ts";
import { v5v6, v6 } from "./v6/v6.ts";

const layouts: Readonly<Record<LayoutName, Layout>> = {
  V6: v6,
  "V5-button": v5button,
  "V5-anchor": v5anchor,
  "V5-V6": v5v6,
  V4: v4,
  V3b: v3b,
  V2: v2,
};

export const layoutNamed = (name: LayoutName): Layout => layouts[name];

/** The layout of this name, or null for a name that is none. */
export function layoutCalled(name: string | null): Layout | null {
  const known = layoutNames.find((candidate) => candidate === name);
  return known === undefined ? null : layoutNamed(known);
}

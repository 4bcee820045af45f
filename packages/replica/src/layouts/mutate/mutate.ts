import { isIsland, type Mutation } from "../../member/mutation.ts";
import { assetText } from "../assets.ts";
import { scriptJson } from "../markup.ts";

/** The page with the script of its mutations first in the head: nothing else of the page is parsed before. */
export function mutated(page: string, mutations: readonly Mutation[]): string {
  const elements = mutations.filter((mutation) => !isIsland(mutation));
  if (elements.length === 0) return page;
  const script = `const replicaMutations=${scriptJson(elements)};${assetText("mutate/page.ts") ?? ""}`;
  return page.replace("<head>", () => `<head><script>${script}</script>`);
}

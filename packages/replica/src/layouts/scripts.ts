import { assetPath, assetText } from "./assets.ts";

/**
 * The tag for one of the page's scripts. `early` stands in the head as text: it has to see the clicks that come
 * before anything else is loaded.
 */
export function clientScript(name: "early" | "main" | "floor"): string {
  const path = `client/${name}.ts`;
  return name === "early"
    ? `<script>${assetText(path) ?? ""}</script>`
    : `<script type="module" src="${assetPath}${path}"></script>`;
}

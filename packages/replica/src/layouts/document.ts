import { configScript, type Ways } from "./config.ts";
import type { ListView } from "./layout.ts";
import { escaped } from "./markup.ts";
import { clientScript } from "./scripts.ts";

/** A whole page with the script's settings and the script. */
export function documentWith(
  view: ListView,
  ways: Ways,
  parts: {
    readonly title?: string;
    readonly style: string;
    readonly bodyClass?: string;
    readonly body: string;
  },
): string {
  const { strings } = view;
  const named = parts.bodyClass === undefined ? "" : ` class="${parts.bodyClass}"`;
  return (
    `<!DOCTYPE html><html lang="${strings.lang}" dir="${strings.dir}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width"><title>${escaped(parts.title ?? strings.title)}</title>` +
    `<style>${parts.style}</style>${clientScript("early")}</head><body${named}>${parts.body}` +
    `${configScript(view, ways)}${clientScript("main")}${view.bench ? clientScript("floor") : ""}</body></html>`
  );
}

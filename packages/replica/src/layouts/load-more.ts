import { configFor, type Ways } from "./config.ts";
import type { ListView } from "./layout.ts";
import { escaped } from "./markup.ts";

/** The button below the rows while there are more, and before it the mark of the rows' end for the script. */
export function loadMore(view: ListView, ways: Ways, attributes = ""): string {
  const { loading, next } = configFor(view, ways);
  const button =
    next === null || loading === "scroll"
      ? ""
      : `<button${attributes} data-r="more"><span>${escaped(view.strings.loadMore)}</span></button>`;
  return `<i hidden data-r="tail"></i>${button}`;
}

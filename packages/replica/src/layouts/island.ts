import { damaged } from "./damage.ts";
import type { PageView, SentView } from "./layout.ts";
import { scriptJson } from "./markup.ts";
import { dataOf } from "./payload.ts";

/** The data of rows 1–10: the scripts `self.__next_f.push([1,"…"])`, cut into calls anywhere. */
export function islandMarkup(view: SentView): string {
  return pushes(
    view,
    view.invitations.flatMap((invitation) => dataOf(view, invitation)),
  );
}

/** Any page's data in the same form. */
export function pushes(view: PageView, data: readonly object[]): string {
  if (damaged(true, view.faults.mutations) === null) return "";
  const chunks = view.faults.islandChunks;
  const text = data.map(spaced).join("");
  const size = Math.max(1, Math.ceil(text.length / Math.max(1, chunks)));
  const parts = text.length === 0 ? [""] : (text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? []);
  const calls = parts.map((part) => `self.__next_f.push([1,${scriptJson(part)}])`);
  return `<script>self.__next_f=self.__next_f||[];${calls.join("</script><script>")}</script>`;
}

/** JSON with a space after each colon and comma, as in the fixture; the pagination's has none. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${spaced(item)}`);
  return `{${members.join(", ")}}`;
}

import { lines, type ShownTab } from "./answers.ts";
import { configFor, type Ways } from "./config.ts";
import type { Layout } from "./layout.ts";

/**
 * For a layout whose pages ask neither for a tab nor for a dialog. One of another layout that is still open may:
 * the tab it gets is empty, the dialog is none.
 */
export function withoutScreens(ways: Ways): Pick<Layout, "tab" | "dialog" | "fetchesDialog"> {
  return {
    fetchesDialog: false,
    tab: (view) => {
      const shown: ShownTab = { content: "", config: configFor(view, ways) };
      return lines({ 0: { status: 200 }, f: shown });
    },
    dialog: () => lines({ 0: { status: 404 } }),
  };
}

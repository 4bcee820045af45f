import type { PageConfig } from "../config.ts";
import { faultOf } from "./dialog-faults.ts";
import { fetchDialog, showDialog } from "./dialogs.ts";
import type { List, Row } from "./list.ts";
import { showToast } from "./toast.ts";

/** Opens confirm dialogs, one at a time for a row. */
export interface Asker {
  ask(row: Row): void;
}

export function askerFor(list: List, config: PageConfig): Asker {
  // Per row: a dialog that never comes keeps its own control busy and nobody else's.
  const asking = new Set<number>();
  const local = async (row: Row) => {
    const { dialog } = config;
    if (dialog === null) return;
    const fault = faultOf(dialog);
    if (fault === "never") return;
    if (fault === "error500" || fault === "429") return showToast(config.strings.failed, config);
    if (fault === "challenge") {
      location.href = "/checkpoint/challenge/";
      return;
    }
    if (fault !== null && typeof fault === "object")
      await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
    const other = list.rows.find(({ ref }) => ref.name !== row.ref.name);
    showDialog((fault === "other-name" ? (other ?? row) : row).ref, dialog.html, config);
  };
  return {
    ask: async (row) => {
      if (asking.has(row.key)) return;
      asking.add(row.key);
      await (config.dialog === null ? fetchDialog(row.ref, config) : local(row));
      asking.delete(row.key);
    },
  };
}

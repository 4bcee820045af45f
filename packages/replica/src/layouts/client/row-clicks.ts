import type { PageConfig } from "../config.ts";
import { faultOf } from "./dialog-faults.ts";
import { fetchDialog, showDialog } from "./dialogs.ts";
import type { List, Row } from "./list.ts";
import { showToast } from "./toast.ts";

/** Opens confirm dialogs, one at a time. */
export interface Asker {
  ask(row: Row): void;
}

export function askerFor(list: List, config: PageConfig): Asker {
  let asking = false;
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
      if (asking) return;
      asking = true;
      await (config.dialog === null ? fetchDialog(row.ref, config) : local(row));
      asking = false;
    },
  };
}

import type { Ending } from "../ending.ts";
import { messageOf } from "../message.ts";
import type { SweepItem } from "../result.ts";

/** What a member is told of one withdrawal on a person's page, in one sentence. */
export function toldOf(ending: Ending, item: SweepItem | null): string {
  const done = item?.state === "withdrawn";
  switch (ending.outcome) {
    case "done":
      return ending.why ?? doneWith(item);
    case "nothing-due":
      return (
        ending.why ??
        `${item?.name ?? "This person"} has no pending invitation from you: it was answered, withdrawn before, or never sent; nobody has to act.`
      );
    case "previewed":
      return `The invitation to ${item?.name} is pending and would be withdrawn; nothing was touched.`;
    case "interrupted":
    case "out-of-time": {
      const over =
        ending.outcome === "interrupted" ? (ending.why ?? "it was interrupted") : "the time was over";
      return done
        ? `The invitation to ${item.name} was withdrawn; there was no second look: ${over}.`
        : `Nothing was withdrawn: ${over}. Start it again.`;
    }
    case "paused":
      return `Nothing was withdrawn: ${ending.why ?? "Lapse is paused"}.`;
    case "busy":
      return messageOf("busy", [], null);
    default: {
      const why = ending.why ?? ending.outcome;
      return done ? `The invitation to ${item.name} was withdrawn before this: ${why}` : why;
    }
  }
}

function doneWith(item: SweepItem | null): string {
  switch (item?.state) {
    case "withdrawn":
      return `The invitation to ${item.name} was withdrawn; nobody has to act.`;
    case "answered":
      return `The invitation to ${item.name} is gone: ${item.reason}.`;
    default:
      return `The invitation to ${item?.name} was not withdrawn: ${item?.reason}; nothing changed.`;
  }
}

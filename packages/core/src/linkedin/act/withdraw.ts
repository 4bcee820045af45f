import type { Listed } from "../list/list.ts";
import { goToPage } from "../list/pages.ts";
import type { SweepStop } from "../visit/stop.ts";
import type { Visit } from "../visit/visit.ts";
import { awaitConfirmation, closeDialogs } from "./confirm.ts";
import { confirmAndProve, preparedAnother, refuse } from "./confirmPress.ts";
import { ledAway } from "./ledAway.ts";
import { prove } from "./prove.ts";
import { agreesWithLabel, atRest, pressRow, rolledAs } from "./rowPress.ts";

/** What became of one attempt. `stop` ends the sweep as well. */
export type Attempt =
  | { readonly kind: "withdrawn"; readonly stop?: SweepStop }
  /** Refused or not possible, and nothing changed. */
  | {
      readonly kind: "failed";
      readonly reason: string;
      readonly stop?: SweepStop;
      /**
       * `control`: nothing but the control stood in the way: the page took no click, and nothing was asked. `unpressed`:
       * its dialog was there, and was gone or covered before the click that counts.
       */
      readonly because?: "control" | "unpressed";
      /** Given where no request can have been carried out: the only one was refused or stopped, or none was made. */
      readonly once?: true;
    }
  /** It is no longer on the page; only a fresh load can tell whether it was answered. */
  | { readonly kind: "gone" }
  /** The last look before the click said no. */
  | { readonly kind: "held"; readonly reason: string }
  /** Confirmed, and the page does not prove it. */
  | { readonly kind: "unverified"; readonly reason: string; readonly stop?: SweepStop }
  /**
   * Confirmed, and only a fresh load of the list can tell. `moved`: the page left the list by itself, so its signs
   * could not be read. `refused`: LinkedIn said no, and yet the row is gone.
   */
  | {
      readonly kind: "doubt";
      readonly reason: string;
      readonly because: "moved" | "refused" | "unchanged";
      /** As above. */
      readonly once?: true;
    };

export interface AttemptInput {
  readonly meant: Listed;
  readonly list: readonly Listed[];
  /** Asked with the dialog open, just before the click that counts: null to go on, else why not. */
  readonly beforeConfirm: () => Promise<string | null>;
}

/**
 * Withdraws one invitation by hand, as it were: press its Withdraw, check the dialog that comes, press the one that
 * confirms, prove what happened. Throws SweepStop only while nothing was confirmed.
 */
export async function withdrawOne(visit: Visit, input: AttemptInput): Promise<Attempt> {
  const { meant, list } = input;
  const { tab } = visit;
  if (meant.target === null) return { kind: "failed", reason: "its control is not known" };
  await goToPage(visit, meant.page);
  const { before, standing } = await atRest(visit);
  const pressed = { standing, mark: tab.mark(), address: tab.url() };
  const opened = await pressRow(visit, meant, meant.target);
  if (opened !== null) return opened;

  const seen = await awaitConfirmation(visit, input, pressed);
  if (seen.kind === "refused") return refuse(visit, seen.why);
  const confirmed = { meant, list, mayBe: (id: string) => agreesWithLabel(visit, meant, id) };
  if (preparedAnother(visit, pressed.mark, confirmed)) {
    return refuse(visit, "LinkedIn prepared the withdrawal of another invitation");
  }
  const no = await input.beforeConfirm();
  if (no !== null) {
    await closeDialogs(visit);
    return { kind: "held", reason: no };
  }
  const tried = await confirmAndProve(visit, confirmed, seen.confirmation, (after) =>
    prove(visit, { target: rolledAs(meant), before, ...after }),
  );
  const unpressed = tried.kind === "failed" && tried.because === "unpressed";
  return unpressed && hasLeft(visit, pressed) ? { ...tried, reason: ledAway } : tried;
}

/** Whether the page went elsewhere, or loaded itself anew, since the row was pressed. */
function hasLeft({ tab }: Visit, pressed: { readonly address: string; readonly mark: number }): boolean {
  return tab.url() !== pressed.address || tab.exchanges(pressed.mark).some(({ kind }) => kind === "document");
}

import type { Mover } from "../page/kit.ts";
import type { MoverState } from "../page/mover.ts";
import type { AddressKind } from "./kinds.ts";
import type { MarkFound } from "./marks.ts";

/**
 * What an engineer needs to see of a page that was not understood, and nothing of whose page it is: no text, no
 * address, no name, no id, no value but of fixed lists. What varies in it are counts, and words of ours.
 */
export interface DriftReport {
  /** ISO 8601, the host's clock. */
  readonly at: string;
  /** Which mark was missing, in the words of the stop; null where nothing was. */
  readonly missing: string | null;
  readonly address: AddressKind;
  /** Names of the layouts whose mark is on the page. */
  readonly layouts: readonly string[];
  /** `<html lang>`, where it is a language tag. */
  readonly language: string | null;
  /** Whether the page itself shows who is signed in. Not who. */
  readonly signedIn: "yes" | "no" | "more than one";
  readonly counter: "readable" | "unreadable" | "none";
  readonly rows: number;
  /** Rows with a control that withdraws. */
  readonly acting: number;
  /** Invitations that the page's own data name. */
  readonly entries: number;
  /** Rows on the page whose label gives an age, of those that are invitations. */
  readonly labels: { readonly readable: number; readonly of: number };
  /** The control that loads more rows, and those that turn the page. */
  readonly movers: Readonly<Record<Mover, MoverState>>;
  /** Dialogs that are open. */
  readonly dialogs: number;
  /** Elements that each known mark selects. */
  readonly marks: readonly MarkFound[];
  /** See `skeleton.ts`. */
  readonly skeleton: string;
}

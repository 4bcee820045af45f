import type { Invitation } from "../invitation/invitation.ts";
import type { Faults } from "../member/faults.ts";
import type { ReceivedSpec } from "../member/spec.ts";
import type { Strings } from "./strings/table.ts";

/** What a page is made of, whichever layout prints it. */
export interface PageView {
  readonly strings: Strings;
  /** In front of every absolute link. */
  readonly origin: string;
  /** The slug that the header's own-profile link names; null for no link. */
  readonly identity: string | null;
  readonly now: number;
  readonly faults: Faults;
  readonly bench: boolean;
}

export interface SentView extends PageView {
  readonly screen: "sent";
  readonly invitations: readonly Invitation[];
  /** Pending in all; the counter may be told otherwise by a fault. */
  readonly total: number;
}

export interface ReceivedView extends PageView {
  readonly screen: "received";
  readonly people: readonly ReceivedSpec[];
}

/** The Pages list (organisations): always empty here. */
export interface PagesView extends PageView {
  readonly screen: "pages";
}

export type ListView = SentView | ReceivedView | PagesView;

/** What a withdrawal's answer tells the page's script to do. */
export interface WithdrawEffect {
  readonly toast: string;
  /** Profile references of the rows that leave. */
  readonly removed: readonly string[];
  /** How much the counter falls. */
  readonly fallsBy: number;
  readonly showReceived: boolean;
}

/** One generation of the page: everything that differs between V6, V5, V4 and V3b is behind this. */
export interface Layout {
  readonly name: string;
  /** Rows per page and per pagination request. */
  readonly batch: number;
  /** A whole document. */
  page(view: ListView): string;
  /** The answer to a click on a tab: what replaces the content of `<main>`. */
  tab(view: ListView): string;
  /** The answer to a pagination request; no invitations make the end page. */
  pagination(view: SentView, start: number): string;
  /** The answer to a request for the confirm dialog of `invitation`. */
  dialog(view: PageView, invitation: Invitation): string;
  withdrawn(effect: WithdrawEffect): string;
}

import type { Invitation } from "../invitation/invitation.ts";
import type { ReceivedInvitation } from "../invitation/received.ts";
import type { Faults } from "../member/faults.ts";
import type { LayoutName } from "./names.ts";
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
  /** How many confirm dialogs the member has been shown. */
  readonly dialogsBefore: number;
}

export interface SentView extends PageView {
  readonly screen: "sent";
  readonly invitations: readonly Invitation[];
  /** Pending in all; the counter may be told otherwise by a fault. */
  readonly total: number;
}

export interface ReceivedView extends PageView {
  readonly screen: "received";
  /** A page's worth. */
  readonly people: readonly ReceivedInvitation[];
  /** All kinds, or persons only, as the People counter shows them. */
  readonly filter: "all" | "people";
  /** Pending from persons. */
  readonly total: number;
}

/** The Pages list (organisations): always empty here. */
export interface PagesView extends PageView {
  readonly screen: "pages";
}

export type ListView = SentView | ReceivedView | PagesView;

/** What a request of the page's script is answered with. */
export interface LayoutAnswer {
  readonly type: string;
  readonly body: string;
}

/** One generation of the page: everything that differs between V6, V5, V4, V3b and V2 is behind this. */
export interface Layout {
  readonly name: LayoutName;
  /** Rows per page and per pagination request. */
  readonly batch: number;
  /** True where the confirm dialog is asked of the server; elsewhere the page has it already. */
  readonly fetchesDialog: boolean;
  /** A whole document. */
  page(view: ListView): string;
  /** The answer to a click on a tab: what replaces the content of `<main>`. */
  tab(view: ListView): string;
  /** The answer to a pagination request; no invitations make the end page. */
  pagination(view: SentView, start: number): LayoutAnswer;
  /** The answer to a request for the confirm dialog of `invitation`. */
  dialog(view: PageView, invitation: Invitation): string;
}

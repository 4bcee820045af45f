export type LayoutName = "V6" | "V5" | "V4" | "V3b";

/**
 * What is known of one generation of the page, as CSS selectors; an empty one stands for "nothing of the kind". The
 * names are those of the evidence (linkedin/README.md §2). A layout is never chosen once and for all: LinkedIn mixes
 * them on one page, so every reading uses the marks of all of them, and the words in `../words` besides.
 */
export interface Layout {
  readonly name: LayoutName;
  /** By which the layout is recognised and named in reports. Nothing else depends on it. */
  readonly mark: string;
  /** What holds the list, also when it is empty. */
  readonly list: string;
  /** A row's Withdraw control, where an attribute says so in every language. */
  readonly withdraw: string;
  /** The control that confirms, inside a dialog that is open. */
  readonly confirm: string;
  /** The note that went with an invitation. */
  readonly note: string;
  /** What shows how many people are pending, and nothing else. */
  readonly counter: string;
  /** The same on the Received list; the address of its pill is taken from the Sent list's [I]. */
  readonly receivedCounter: string;
}

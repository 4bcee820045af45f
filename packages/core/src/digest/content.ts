import type { Upcoming } from "../ledger/event.ts";

/** Where a link of a digest leads; the addresses are known only where it is rendered. */
export type LinkTarget = "manage" | "unsubscribe";

/** One person in a list. */
export interface Row {
  readonly name: string;
  /** The absolute address of their profile; null where none is known. */
  readonly link: string | null;
  readonly reason: string;
}

/** What the people of a list have in common; either may be empty. */
export interface Heading {
  readonly title: string;
  readonly note: string;
}

export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "people"; readonly heading: Heading; readonly rows: readonly Row[] }
  /** How many there was no room for. */
  | { readonly kind: "more"; readonly count: number }
  | { readonly kind: "action"; readonly text: string; readonly to: LinkTarget; readonly strong: boolean };

export interface Section {
  readonly title: string;
  /** `need` stands out; `fine` is the small print at the end. */
  readonly tone: "need" | "plain" | "fine";
  readonly blocks: readonly Block[];
}

export type DigestContent =
  /** Nothing done, nothing coming, nothing needed: no mail. */
  | { readonly kind: "quiet" }
  | {
      readonly kind: "mail";
      /** One line, no control characters. */
      readonly subject: string;
      readonly sections: readonly Section[];
      /** Those that this mail names for the first time: their notice runs from when it is sent. */
      readonly announces: readonly Upcoming[];
    };

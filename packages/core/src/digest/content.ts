import type { Upcoming } from "../ledger/event.ts";

/** Where a link of a mail leads; the addresses are known only where it is rendered. */
export type LinkTarget = "dashboard" | "rules" | "connect" | "preview" | "unsubscribe";

/** One person in a list. */
export interface Row {
  readonly name: string;
  /** The absolute address of their profile; null where none is known. */
  readonly link: string | null;
  readonly reason: string;
  /** Given where the member may keep this one from the mail: the invitation's key, of which the link is made. */
  readonly keep?: string;
}

/** What the people of a list have in common; either may be empty. */
export interface Heading {
  readonly title: string;
  readonly note: string;
}

export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "people"; readonly heading: Heading; readonly rows: readonly Row[] }
  /** How many there was no room for; they are on the member's page. */
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
      /** Those that this mail names for the first time, whose notice runs from when it is sent, or for the first time in long. */
      readonly announces: readonly Upcoming[];
    };

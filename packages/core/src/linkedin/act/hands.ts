import type { Confirmed } from "./confirmPress.ts";

/** What our clicks have in hand; copies of a visit share it. */
export interface Hands {
  /** True from the confirming click until its result is known: then an interruption waits. */
  full: boolean;
  /** Whose act was confirmed last: its request may come late, from a page that was left. */
  last?: Confirmed;
}

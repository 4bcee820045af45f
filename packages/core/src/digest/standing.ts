import type { SweepOutcome } from "../sweep/result.ts";
import type { LinkTarget } from "./content.ts";

/** How the latest sweep left things. */
export interface Standing {
  /** `member`: they have to act. `us`: we have to. `nobody`: it goes on by itself. */
  readonly actor: "member" | "us" | "nobody";
  /** For a subject line. */
  readonly short: string;
  readonly what: string;
  /** What to do about it. */
  readonly act: string;
  /** The page where that is done; null where there is nothing to do. */
  readonly door: { readonly text: string; readonly to: LinkTarget } | null;
}

const connectAgain = { text: "Connect again", to: "connect" } as const;

/** Null for an outcome that needs no words. */
export const standings: Readonly<Record<SweepOutcome, Standing | null>> = {
  done: null,
  "nothing-due": null,
  previewed: null,
  // Another sweep was under way; that one tells.
  busy: null,
  paused: null,
  capped: goesOn("The last sweep stopped at your day's limit.", "The rest follows in the next ones."),
  "out-of-time": goesOn("The last sweep ran out of time.", "The rest follows in the next ones."),
  interrupted: goesOn("The last sweep was stopped before its end.", "The next one goes on where it stopped."),
  unreachable: goesOn("LinkedIn could not be reached in the last sweep.", "The next one tries again."),
  "rate-limited": goesOn(
    "LinkedIn asked us to slow down in the last sweep.",
    "We stopped, and come back later.",
  ),
  belt: {
    actor: "member",
    short: "Far more is due than you last confirmed",
    what: "Far more invitations are due than you last confirmed, so we left those alone.",
    act: "Look at the list, then start again with it or change your rules.",
    door: { text: "Look at the list", to: "preview" },
  },
  "signed-out": {
    actor: "member",
    short: "LinkedIn signed us out",
    what: "LinkedIn signed us out, so we cannot read your invitations.",
    act: "Sign in to LinkedIn in your own browser, then connect again.",
    door: connectAgain,
  },
  challenged: {
    actor: "member",
    short: "LinkedIn asks you for a check",
    what: "LinkedIn asked for a check that only you can pass; we stopped at once and no longer use your session.",
    act: "Open LinkedIn in your own browser and pass the check. Connect again only after that.",
    door: connectAgain,
  },
  "wrong-account": {
    actor: "member",
    short: "The session belongs to another account",
    what: "The session is not provably that of your account, so we read nothing.",
    act: "Sign in to LinkedIn with the right account, then connect again.",
    door: connectAgain,
  },
  blocked: {
    actor: "member",
    short: "LinkedIn refused us",
    what: "LinkedIn refused the connection; we stopped at once and do not try again by ourselves.",
    act: "Use LinkedIn as usual for some days before you connect again, or run Lapse on your own computer.",
    door: connectAgain,
  },
  "page-drift": {
    actor: "us",
    short: "We stopped at a page we do not understand",
    what: "LinkedIn's page was not as we know it, so we stopped and clicked nothing further.",
    act: "This is ours to mend; you need do nothing.",
    door: null,
  },
  unverified: {
    actor: "us",
    short: "What became of one invitation is not proved",
    what: "What became of one invitation could not be proved, so the last sweep stopped there.",
    act: "It is listed below and not counted as done.",
    door: null,
  },
};

function goesOn(what: string, act: string): Standing {
  return { actor: "nobody", short: what, what, act, door: null };
}

import type { SweepOutcome } from "../sweep/result.ts";

/** How the latest sweep left things. */
export interface Standing {
  /** `member`: they have to act. `us`: we have to. `nobody`: it goes on by itself. */
  readonly actor: "member" | "us" | "nobody";
  /** For a subject line. */
  readonly short: string;
  readonly what: string;
  /** What to do about it. */
  readonly act: string;
}

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
    act: "Look at the list on your page, then confirm it or change your policy.",
  },
  "signed-out": {
    actor: "member",
    short: "LinkedIn signed us out",
    what: "LinkedIn signed us out, so we cannot read your invitations.",
    act: "Sign in to LinkedIn in your own browser, then connect it again on your page.",
  },
  challenged: {
    actor: "member",
    short: "LinkedIn asks you for a check",
    what: "LinkedIn asked for a check that only you can pass; we stopped at once and no longer use your session.",
    act: "Open LinkedIn in your own browser and pass the check. Connect again only after that.",
  },
  "wrong-account": {
    actor: "member",
    short: "The session belongs to another account",
    what: "The session is not provably that of your account, so we read nothing.",
    act: "Sign in to LinkedIn with the right account, then connect it again on your page.",
  },
  blocked: {
    actor: "member",
    short: "LinkedIn refused us",
    what: "LinkedIn refused the connection; we stopped at once and do not try again by ourselves.",
    act: "Use LinkedIn as usual for some days before you connect again, or run Lapse on your own computer.",
  },
  "page-drift": {
    actor: "us",
    short: "We stopped at a page we do not understand",
    what: "LinkedIn's page was not as we know it, so we stopped and clicked nothing further.",
    act: "This is ours to mend; you need do nothing.",
  },
  unverified: {
    actor: "us",
    short: "What became of one invitation is not proved",
    what: "What became of one invitation could not be proved, so the last sweep stopped there.",
    act: "It is listed below and not counted as done.",
  },
};

function goesOn(what: string, act: string): Standing {
  return { actor: "nobody", short: what, what, act };
}

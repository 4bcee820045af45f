import type { ItemState, SweepItem, SweepOutcome } from "./result.ts";

/**
 * What a member is told of a sweep, in one sentence; `why` is what stopped it, where something did, and `remedy` what
 * the operator has to do about it.
 */
export function messageOf(
  outcome: SweepOutcome,
  items: readonly SweepItem[],
  why: string | null,
  remedy?: string,
): string {
  const count = (state: ItemState) => items.filter((item) => item.state === state).length;
  const did = done(count("withdrawn"), count("ignored"));
  switch (outcome) {
    case "done":
      return `${did}${others(count)}; nobody has to act.`;
    case "nothing-due":
      return `Nothing is due among ${counted(items.length, "invitation", "invitations")}${others(count)}; nobody has to act.`;
    case "previewed":
      return `${wouldBe(items)}; nothing was touched.`;
    case "capped":
      return `${did}; the day's limit leaves ${counted(count("due"), "more", "more")} for the next sweep; nobody has to act.`;
    case "out-of-time":
      return `${did}; the time was over, and the next sweep goes on from here; nobody has to act.`;
    case "interrupted":
      if (why !== null && remedy !== undefined)
        return `${did}; ${why}: ${remedy}, and the next sweep goes on from here.`;
      return why === null
        ? `${did}; the sweep was interrupted, and the next one goes on from here; nobody has to act.`
        : `${did}; ${why}, and the next sweep goes on from here; nobody has to act.`;
    case "paused":
      return items.length === 0
        ? "Lapse is paused by its member: nothing was opened and nothing was withdrawn."
        : // A sweep takes a member who disconnected or left for one who paused.
          `${did}${others(count)}; then you paused or disconnected Lapse, and nothing more follows until you resume or connect again.`;
    case "belt":
      return `${counted(count("due"), "invitation is", "invitations are")} due, far more than you last confirmed: ${did.charAt(0).toLowerCase()}${did.slice(1)}. Look at the list and confirm it.`;
    case "busy":
      return "Another sweep of this member is running: nothing was opened. Wait until it has ended.";
    case "signed-out":
    case "challenged":
    case "wrong-account":
    case "rate-limited":
    case "blocked":
    case "unreachable":
    case "page-drift":
    case "unverified":
      return count("withdrawn") + count("ignored") === 0
        ? (why ?? did)
        : `${did} before this: ${why ?? outcome}`;
  }
}

function done(withdrawn: number, ignored: number): string {
  const own = `${counted(withdrawn, "invitation was", "invitations were")} withdrawn`;
  const theirs = `${counted(ignored, "old invitation", "old invitations")} of others ${ignored === 1 ? "was" : "were"} ignored`;
  if (ignored === 0) return withdrawn === 0 ? "Nothing was withdrawn" : own;
  return withdrawn === 0 ? theirs : `${own} and ${theirs}`;
}

function wouldBe(items: readonly SweepItem[]): string {
  const side = (direction: SweepItem["direction"]) => items.filter((item) => item.direction === direction);
  const due = (of: readonly SweepItem[]) => of.filter((item) => item.state === "due").length;
  const [sent, received] = [side("sent"), side("received")];
  const own = `${counted(due(sent), "invitation", "invitations")} of ${sent.length} would be withdrawn`;
  return received.length === 0
    ? own
    : `${own}, and ${due(received)} of ${received.length} that you received would be ignored`;
}

function others(count: (state: ItemState) => number): string {
  const parts = [
    [count("answered"), "answered meanwhile"],
    [count("failed"), "failed, with the reason beside each"],
    [count("unreadable"), "not understood and kept"],
  ] as const;
  return parts.map(([n, words]) => (n === 0 ? "" : `, ${n} ${words}`)).join("");
}

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}

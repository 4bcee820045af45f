import { dayOf } from "../digest/day.ts";
import { type Standing, standings } from "../digest/standing.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import type { Member } from "../member/member.ts";
import { count } from "../wording/count.ts";
import type { AskedErrand } from "./dashboard.ts";
import { isHeldBack } from "./heldBack.ts";
import type { DashboardItem } from "./item.ts";
import type { Present } from "./present.ts";

/** Which of its states the dashboard is in. */
export type StatusName =
  | "first-visit"
  | "disconnected"
  | "trying"
  | "not-started"
  | "looking"
  | "paused"
  | "coming"
  | "nothing-due"
  | "going-on"
  | "failing";

export interface Status {
  readonly name: StatusName;
  readonly tone: "good" | "wait" | "bad";
  /** One sentence, or two where somebody has to act. */
  readonly sentence: string;
  /** Where the member goes from here; null where there is nothing to do. */
  readonly to: "connect" | "preview" | "trying" | "rules" | null;
}

export interface StatusInput {
  readonly member: Member;
  readonly present: Present;
  readonly items: readonly DashboardItem[];
  readonly events: readonly LedgerEvent[];
  /** What was asked for and is under way. */
  readonly waiting: readonly AskedErrand[];
  readonly now: number;
}

/** How things stand. What needs somebody is said before what is well; a pause, and a start that is not given, before that. */
export function statusOf(input: StatusInput): Status {
  const { member, present, items } = input;
  const waiting = (kind: AskedErrand["kind"]) => input.waiting.some((errand) => errand.kind === kind);
  if (waiting("try")) return wait("trying", "Your connection is being tried.", "trying");
  if (member.session === "none") return notConnected(member, present);
  const troubled = standingNow(input);
  if (member.session === "out-of-use") return failing(troubled ?? standings["signed-out"], "connect");
  if (member.policy.paused)
    return wait("paused", "You paused Lapse: nothing is opened and nothing is withdrawn until you resume.");
  if (waiting("look") || waiting("withdraw"))
    return wait("looking", "Lapse is at work on LinkedIn for you; this takes a minute or two.");
  if (member.startedAt === null)
    return wait("not-started", "You are connected. Nothing is withdrawn until you start it.", "preview");
  if (isHeldBack(present)) return failing(standings.belt, "preview");
  if (troubled !== null && troubled.actor !== "nobody") return failing(troubled, null);
  if (present.readAt === null)
    return wait("going-on", "You are connected, and the first sweep has still to read your list.");
  if (troubled !== null) return wait("going-on", `${troubled.what} ${troubled.act}`);
  return well(items.filter(isComing), input);
}

function notConnected(member: Member, present: Present): Status {
  if (member.startedAt === null && present.readAt === null)
    return wait("first-visit", "One thing is left to do: connect your LinkedIn account.", "connect");
  return wait(
    "disconnected",
    "You are disconnected: Lapse sees and changes nothing in your LinkedIn account.",
    "connect",
  );
}

/** How the latest sweep left things; null where that was well, or where the member has acted since. */
function standingNow({ member, events }: StatusInput): Standing | null {
  const ended = events.filter((event) => event.kind === "sweep-ended");
  const latest = ended.findLast((sweep) => standings[sweep.outcome] !== null || sweep.outcome !== "busy");
  if (latest === undefined) return null;
  // A plan made just now says whether too much is due; a new connection makes the old one's troubles past.
  if (latest.outcome === "belt" || latest.outcome === "capped") return null;
  if (member.session === "sealed" && (member.connectedAt ?? 0) > latest.at) return null;
  return standings[latest.outcome];
}

function isComing(item: DashboardItem): boolean {
  return item.state === "due" && item.on !== null;
}

function well(coming: readonly DashboardItem[], { member, now }: StatusInput): Status {
  const [first] = coming.toSorted((a, b) => (a.on ?? 0) - (b.on ?? 0));
  // Beside it stands why no mail can tell them: that is not well, though nothing is wrong with the sweeps.
  if (first === undefined && member.mailOff !== null) return wait("nothing-due", "Nothing is coming up.");
  if (first === undefined)
    return { name: "nothing-due", tone: "good", sentence: "All is well: nothing is coming up.", to: null };
  const day = dayOf(first.on ?? now, member.policy.timezone, now).long;
  const many = count(coming.length, "invitation is", "invitations are");
  const from = coming.length === 1 ? `on ${day} at the earliest` : `the first on ${day} at the earliest`;
  return { name: "coming", tone: "good", sentence: `All is well: ${many} coming up, ${from}.`, to: null };
}

function wait(name: StatusName, sentence: string, to: Status["to"] = null): Status {
  return { name, tone: "wait", sentence, to };
}

function failing(standing: Standing | null, to: Status["to"]): Status {
  const sentence = standing === null ? "Lapse cannot go on." : `${standing.what} ${standing.act}`;
  return { name: "failing", tone: "bad", sentence, to };
}

import { Among } from "../invitation/among.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import type { Member } from "../member/member.ts";
import { announcesDue } from "../plan/announcing.ts";
import type { Reading } from "../reading/reading.ts";
import { isHeldBack } from "./heldBack.ts";
import { type History, historyOf } from "./history.ts";
import { type DashboardItem, type GroupName, groupNames } from "./item.ts";
import { pastItems } from "./pastItems.ts";
import { pendingItems } from "./pendingItems.ts";
import { type Present, presentOf } from "./present.ts";
import { type Status, statusOf } from "./status.ts";

/** Something that the member asked for and a worker does; `about` is the profile of a withdrawal. */
export interface AskedErrand {
  readonly kind: "try" | "look" | "withdraw";
  readonly about: string;
  /** ms since 1970. */
  readonly askedAt: number;
  readonly state:
    | { readonly kind: "waiting" }
    | { readonly kind: "ended"; readonly at: number; readonly message: string };
}

export interface DashboardInput {
  readonly member: Member;
  /** Null where nothing was read yet. */
  readonly reading: Reading | null;
  readonly events: readonly LedgerEvent[];
  readonly errands?: readonly AskedErrand[];
  /** ms since 1970. */
  readonly now: number;
}

export interface DashboardGroup {
  readonly name: GroupName;
  readonly items: readonly DashboardItem[];
}

export interface Dashboard {
  readonly status: Status;
  /** Those that have somebody in them. */
  readonly groups: readonly DashboardGroup[];
  readonly history: History;
  /** What was asked for in the last hour and has ended, or should have, the newest first: each a sentence. */
  readonly answers: readonly string[];
  /** ms; null where the list was never read. */
  readonly readAt: number | null;
  /** LinkedIn's own counter when it was read. */
  readonly pending: number | null;
}

const answersLast = 3_600_000;
/** What nobody came for by then is not waited for any longer. */
const waitsMs = 20 * 60_000;

/** Everything that the dashboard says, from what is stored. Pure; it shares its plan with the sweep. */
export function dashboardOf({ member, reading, events, errands = [], now }: DashboardInput): Dashboard {
  const present = presentOf(member.policy, reading, events, now, announcesDue(member));
  const waiting = errands.filter(({ state, askedAt }) => state.kind === "waiting" && askedAt > now - waitsMs);
  const items = itemsOf(member, present, events, waiting, now);
  return {
    status: statusOf({ member, present, items, events, waiting, now }),
    groups: groupNames
      .map((name) => ({ name, items: items.filter((item) => item.group === name) }))
      .filter((group) => group.items.length > 0),
    history: historyOf(events, member.policy.timezone, now),
    answers: answersOf(errands, now),
    readAt: present.readAt,
    pending: reading?.sent.pending ?? null,
  };
}

function itemsOf(
  member: Member,
  present: Present,
  events: readonly LedgerEvent[],
  waiting: readonly AskedErrand[],
  now: number,
): DashboardItem[] {
  const { policy, session, startedAt } = member;
  const past = pastItems(policy, present, events, now);
  // What failed or is not proved may be on the list still; it is said once, with its reason.
  const told = new Among(past.filter((item) => item.group === "trouble").map((item) => item.ref));
  const asked = waiting.filter(({ kind }) => kind === "withdraw");
  const pending = pendingItems({
    ...{
      policy,
      present,
      now,
      mailed: member.mail === "on",
      underWay: new Set(asked.map((errand) => errand.about)),
    },
    acting: session === "sealed" && startedAt !== null && !policy.paused && !isHeldBack(present),
  }).filter((item) => !told.has(item.ref));
  return [...pending, ...past];
}

function answersOf(errands: readonly AskedErrand[], now: number): string[] {
  const ended = errands.flatMap((errand) => {
    const answer = answerTo(errand, now);
    return answer !== null && answer.at > now - answersLast ? [answer] : [];
  });
  return ended.sort((a, b) => b.at - a.at).map(({ message }) => message);
}

/** `at` in ms; null where it is waited for. The page on connecting answers for a trial. */
function answerTo(
  { kind, askedAt, state }: AskedErrand,
  now: number,
): { at: number; message: string } | null {
  if (kind === "try") return null;
  if (state.kind === "ended") return state;
  return askedAt > now - waitsMs ? null : { at: askedAt + waitsMs, message: nobodyTold[kind] };
}

/** A worker may have begun it, and nobody came back from it. */
const nobodyTold = {
  look: "We did not hear within 20 minutes what became of the look at your list, which is our fault. Nothing was touched; ask again.",
  withdraw:
    "We did not hear within 20 minutes what became of the withdrawal, which is our fault, and cannot say whether it was made. Look at that profile before you ask again.",
} as const;

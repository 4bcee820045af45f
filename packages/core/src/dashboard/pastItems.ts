import { dayOf } from "../digest/day.ts";
import { type Fate, isReceived } from "../digest/fates.ts";
import type { Among } from "../invitation/among.ts";
import { type InvitationRef, invitationKey } from "../invitation/invitation.ts";
import type { LedgerEvent } from "../ledger/event.ts";
import type { Policy } from "../policy/policy.ts";
import { count } from "../wording/count.ts";
import type { DashboardItem } from "./item.ts";
import type { Present } from "./present.ts";

const day = 86_400_000;
/** LinkedIn refuses a new invitation to the same person for up to three weeks. */
const daysUntilNewInvitation = 21;

/** What the ledger knows of invitations that are gone, or may be; the newest first. */
export function pastItems(
  policy: Policy,
  present: Present,
  events: readonly LedgerEvent[],
  now: number,
): DashboardItem[] {
  const clicked = present.fates.toReversed().flatMap((fate) => {
    const item = fateItem(fate, policy, now);
    return isStillSaid(fate, present) ? [item] : [];
  });
  const known = new Set(present.fates.map((fate) => invitationKey(fate.ref)));
  return [...clicked, ...answeredItems(events, present.read, known)];
}

/** What could not be done, or not be proved, is settled by a later reading that shows the invitation, or shows it gone. */
function isStillSaid({ kind, ref, at }: Fate, { readAt, read }: Present): boolean {
  const laterRead = readAt !== null && readAt > at;
  if (kind === "withdrawn" || kind === "ignored") return !(laterRead && read.has(ref));
  if (kind === "failed") return !laterRead;
  return !(laterRead && read.has(ref));
}

function fateItem({ kind, ref, reason, at }: Fate, { timezone }: Policy, now: number): DashboardItem {
  const base = { key: invitationKey(ref), ref, on: at } as const;
  const open = { kind: ref.profile === null ? "none" : "open" } as const;
  switch (kind) {
    case "withdrawn": {
      const again = dayOf(at, timezone, now, daysUntilNewInvitation).short;
      const words =
        at + daysUntilNewInvitation * day > now
          ? `You can invite them again from ${again} at the latest.`
          : "You can invite them again.";
      return { ...base, group: "withdrawn", state: "withdrawn", reason: words, act: open };
    }
    case "ignored":
      return { ...base, group: "received", state: "ignored", reason: "Ignored, as you asked.", act: open };
    case "unproved":
      return {
        ...base,
        ...{ group: "trouble", state: "unproved", act: open },
        reason: `${reason} We do not count it as done. Its profile shows whether it is still pending.`,
      };
    case "failed":
      return {
        ...base,
        ...{ group: "trouble", state: "failed" },
        reason: `It did not work: ${reason}. Nothing was changed, and the next sweep tries again; you need do nothing.`,
        act: ref.profile !== null && !isReceived(ref) ? { kind: "withdraw" } : open,
      };
  }
}

function answeredItems(
  events: readonly LedgerEvent[],
  read: Among,
  known: ReadonlySet<string | null>,
): DashboardItem[] {
  const items = new Map<string, DashboardItem>();
  for (const event of events) {
    if (event.kind !== "answered") continue;
    const key = invitationKey(event.invitation);
    if (key === null || read.has(event.invitation) || known.has(key)) continue;
    items.delete(key);
    items.set(key, answeredItem(event.invitation, key, event.age.atMost, event.at));
  }
  return [...items.values()].reverse();
}

function answeredItem(ref: InvitationRef, key: string, ageMs: number, at: number): DashboardItem {
  const days = Math.max(1, Math.ceil(ageMs / day));
  const reason = `Accepted, declined or taken back by hand within ${count(days, "day")}.`;
  const act = { kind: ref.profile === null ? "none" : "open" } as const;
  return { key, ref, group: "answered", state: "answered", reason, on: at, act };
}

import { ageInDays } from "../invitation/age.ts";
import { type InvitationRef, invitationKey, referenceTo } from "../invitation/invitation.ts";
import type { Listed } from "../linkedin/list/list.ts";
import type { PlannedItem } from "../plan/plan.ts";
import type { ItemState, SweepItem } from "./result.ts";

/** The rows of this sweep with what became of each, in the page's order. */
export class Board {
  readonly #rows: { readonly listed: Listed; state: ItemState; reason: string }[] = [];

  /** Rows that were read, before anything was decided about them. */
  static read(listed: readonly Listed[], state: ItemState, reason: string): Board {
    const board = new Board();
    for (const each of listed) {
      const trouble = each.invitation.trouble;
      board.#rows.push({
        listed: each,
        state: trouble === null ? state : "unreadable",
        reason: trouble ?? reason,
      });
    }
    return board;
  }

  static planned(listed: readonly Listed[], items: readonly PlannedItem[]): Board {
    const board = new Board();
    listed.forEach((each, i) => {
      const item = items[i];
      board.#rows.push({
        listed: each,
        state: item?.state ?? "unreadable",
        reason: item?.reason ?? "it was not planned",
      });
    });
    return board;
  }

  set(listed: Listed, state: ItemState, reason: string): void {
    const row = this.#rows.find((each) => each.listed === listed);
    if (row !== undefined) Object.assign(row, { state, reason });
  }

  count(state: ItemState): number {
    return this.#rows.filter((row) => row.state === state).length;
  }

  rows(): readonly { readonly listed: Listed; readonly state: ItemState; readonly reason: string }[] {
    return this.#rows;
  }

  items(): SweepItem[] {
    return this.#rows.map(({ listed, state, reason }) => ({
      ...refOf(listed),
      direction: listed.invitation.direction,
      ageDays: ageInDays(listed.invitation.age),
      state,
      reason,
    }));
  }
}

/** What the ledger keeps of an invitation. */
export function refOf({ invitation }: Listed): InvitationRef {
  return referenceTo(invitation);
}

export function keyOf(listed: Listed): string | null {
  return invitationKey(listed.invitation);
}

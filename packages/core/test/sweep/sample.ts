import type { Invitation } from "../../src/invitation/invitation.ts";
import type { Listed } from "../../src/linkedin/list.ts";
import type { ItemState, SweepItem } from "../../src/sweep/result.ts";
import { invitation } from "../invitation/sample.ts";

export function item(state: ItemState): SweepItem {
  return {
    id: "7530597266228558253",
    profile: "/in/ada-example",
    name: "Ada Example",
    sentAt: null,
    direction: "sent",
    ageDays: { atLeast: 40, atMost: 41 },
    state,
    reason: "older than 30 days",
  };
}

export function listed(slug: string, more: Partial<Invitation> = {}): Listed {
  return { invitation: invitation(slug, 40, more), target: null, entry: null, page: 0 };
}

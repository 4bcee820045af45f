import type { Policy } from "./policy.ts";

/** What applies where a member said nothing. */
export const defaultPolicy: Policy = {
  olderThanDays: 30,
  perDay: 10,
  noticeDays: 7,
  keep: { profiles: [], words: [], withNote: false, newest: 0 },
  onlyWhenPendingOver: 0,
  received: { ignoreOlderThanDays: null },
  paused: false,
  timezone: "UTC",
  digest: { day: "monday", hour: 9 },
};

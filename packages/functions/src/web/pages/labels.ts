/** What each field of the form is called, beside the field and in the list of what is wrong. */
export const labels = {
  email: "Your email address",
  olderThanDays: "Withdraw invitations older than",
  perDay: "Withdraw at most",
  noticeDays: "Notice before each withdrawal",
  onlyWhenPendingOver: "Act only while I have more than",
  keepProfiles: "People to keep (optional)",
  keepWords: "Words to keep (optional)",
  keepWithNote: "Keep every invitation that I sent with a note",
  keepNewest: "Keep the newest",
  ignoreReceivedOlderThanDays: "Ignore those older than (optional)",
  digestDay: "Day of the digest",
  digestHour: "Hour of the digest",
  timezone: "Time zone",
} as const;

export type FieldName = keyof typeof labels;

export const fieldNames = Object.keys(labels) as readonly FieldName[];

export function isFieldName(name: string): name is FieldName {
  return Object.hasOwn(labels, name);
}

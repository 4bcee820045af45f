/** What can have been done just before the dashboard is shown. */
export const doneNames = [
  "paused",
  "resumed",
  "kept",
  "kept-typed",
  "unkept",
  "unkept-word",
  "look",
  "withdraw",
  "disconnected",
] as const;

export type DoneName = (typeof doneNames)[number];

export const doneSentences: Readonly<Record<DoneName, string>> = {
  paused: "Paused. A sweep that is running stops before its next click.",
  resumed: "Resumed. Your rules are in force again.",
  kept: "Kept. It is in force at once, also if a sweep is running.",
  "kept-typed": "Kept. It is in force at once; who is kept by it is shown below under “Kept”.",
  unkept: "Taken off your keep list. Your other rules decide now.",
  "unkept-word": "Taken off your keep words. Whoever only that word kept is no longer kept.",
  look: "Lapse looks at your list now. It takes a minute or two, and nothing is clicked.",
  withdraw: "Lapse withdraws it now. It takes a minute or two; what became of it is shown here.",
  disconnected: "Disconnected. Your session is deleted here.",
};

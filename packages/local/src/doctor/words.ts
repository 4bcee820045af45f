import type { Examination, ListFacts } from "@lapse/core/linkedin/report/examination";
import { factLines, markLines } from "@lapse/core/linkedin/report/text";

/** What an outcome asks of the person who reads it. A sweep's own sentence can hold a profile's address. */
const advice: Readonly<Record<Examination["outcome"], string>> = {
  understood: "Lapse understands this list.",
  "signed-out": "LinkedIn no longer accepts the session: sign in there again and reconnect it.",
  challenged: "LinkedIn asks for a security check: answer it there yourself, then reconnect.",
  "wrong-account":
    "The session file names a member, and the page does not prove that this member is signed in.",
  "rate-limited": "LinkedIn asks to slow down: try again tomorrow.",
  blocked: "LinkedIn refuses this connection: use LinkedIn yourself for a while first.",
  unreachable: "LinkedIn could not be reached, or the browser ended.",
  "page-drift": "Lapse does not understand this page well enough to act: send this with your report.",
  "out-of-time": "Reading the list took too long.",
  interrupted: "It was interrupted.",
  unverified: "A withdrawal could not be proved.",
};

/** An examination as a person reads it in a terminal. */
export function wordsOfExamination(examination: Examination, withSkeleton: boolean): string {
  const { outcome, report, list } = examination;
  const lines = [
    `outcome         ${outcome}: ${advice[outcome]}`,
    `missing         ${report?.missing ?? "nothing"}`,
    ...(list === null ? ["list            not reached"] : listLines(list)),
    "",
  ];
  if (report === null) return `${lines.join("\n")}no page could be looked at\n`;
  lines.push("the page as it was at the end", ...factLines(report), "", ...markLines(report));
  if (withSkeleton) lines.push("", "skeleton", report.skeleton);
  return `${lines.join("\n")}\n`;
}

function listLines(list: ListFacts): string[] {
  const { read } = list;
  return [
    `counter         ${list.counter ?? "unreadable"}`,
    `invitations     ${read} read, ${list.understood} understood`,
    `  with id       ${list.withId} of ${read}`,
    `  with age      ${list.withAge} of ${read}`,
    `  with control  ${list.withControl} of ${read}`,
    ...list.troubles.map(({ why, rows }) => `  not so        ${rows}: ${why}`),
    `other rows      ${list.others}`,
    `end of list     ${list.end === null ? "not proved" : `proved by ${list.end}`}`,
  ];
}

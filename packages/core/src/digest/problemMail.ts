import type { Policy } from "../policy/policy.ts";
import { digestInWords } from "../policy/words.ts";
import { visible } from "../wording/printable.ts";
import { dayOf } from "./day.ts";
import { endsSession, type Problem } from "./problem.ts";
import type { DigestMail } from "./render.ts";
import { action, paragraph } from "./sections.ts";
import { standings } from "./standing.ts";

/** The mail that goes out at once when something needs the member: what happened, what to do, and what waits until then. */
export function composeProblemMail(
  { problem, since }: Problem,
  policy: Pick<Policy, "timezone" | "digest">,
  now: number,
): DigestMail {
  const standing = standings[problem];
  if (standing === null || standing.door === null) throw new RangeError(`${problem} needs nobody`);
  const { what, act, door, short } = standing;
  const first = `We met this first on ${dayOf(since, policy.timezone, now).long}.`;
  const waits = endsSession(problem)
    ? "Nothing is read and nothing is withdrawn until you have connected again."
    : "None of these is withdrawn until you say so.";
  const once = `We write about this once, and not again until it changes. Your digest comes on ${digestInWords(policy)}, when there is something to say.`;
  return {
    kind: "mail",
    subject: visible(short),
    sections: [
      {
        title: "What needs you",
        tone: "need",
        blocks: [paragraph(`${what} ${act}`), action(door.text, door.to, true)],
      },
      { title: "Until then", tone: "plain", blocks: [paragraph(`${first} ${waits}`)] },
      {
        title: "About this mail",
        tone: "fine",
        blocks: [
          paragraph(once),
          action("Open your dashboard", "dashboard", false),
          action("No more of these mails", "unsubscribe", false),
        ],
      },
    ],
    announces: [],
  };
}

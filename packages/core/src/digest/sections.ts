import { digestInWords, policyInWords } from "../policy/words.ts";
import type { ItemState } from "../sweep/result.ts";
import { capitalised, count, listed } from "../wording/count.ts";
import type { Block, LinkTarget, Section } from "./content.ts";
import { dayOf } from "./day.ts";
import type { DigestFacts } from "./facts.ts";
import { type Fate, isReceived } from "./fates.ts";

export function needSection({ standing }: DigestFacts): Section | null {
  if (standing?.actor !== "member") return null;
  const { what, act, door } = standing;
  const blocks: Block[] = [paragraph(`${what} ${act}`)];
  if (door !== null) blocks.push(action(door.text, door.to, true));
  return { title: "What needs you", tone: "need", blocks };
}

export function weekSection(facts: DigestFacts): Section {
  const { policy, now, since, withdrawn, unproved, failed, answered, ignored, standing } = facts;
  const done = withdrawn.length === 0 ? "nothing was withdrawn" : `${was(withdrawn.length)} withdrawn`;
  const start = facts.lookedAt === null ? "" : `Since ${dayOf(since, policy.timezone, now).long}, `;
  const sentences = [capitalised(`${start}${done}.`)];
  if (unproved.length > 0)
    sentences.push(`For ${count(unproved.length, "more", "more")} we cannot prove it.`);
  if (failed.length > 0)
    sentences.push(`${capitalised(count(failed.length, "invitation"))} could not be ${doneTo(failed)}.`);
  if (answered > 0) sentences.push(`${capitalised(was(answered))} answered, or gone without us.`);
  if (ignored > 0) sentences.push(`${ignoredOnes(ignored)} ignored, as you asked.`);
  if (policy.paused) sentences.push("You paused: nothing is withdrawn until you resume.");
  if (!facts.connected)
    sentences.push("You disconnected: nothing is read or withdrawn until you connect again.");
  const blocks = [paragraph(sentences.join(" "))];
  if (standing !== null && standing.actor !== "member") {
    blocks.push(paragraph(`${standing.what} ${standing.act}`));
  }
  return { title: "This week", tone: "plain", blocks };
}

export function lookedAtSection(facts: DigestFacts): Section {
  const { policy } = facts;
  return {
    title: "What we looked at",
    tone: "plain",
    blocks: [
      paragraph(looked(facts)),
      ...(facts.insight === null ? [] : [paragraph(facts.insight)]),
      paragraph(policyInWords(policy)),
      paragraph(`This digest comes on ${digestInWords(policy)}, when there is something to say.`),
      action("Change your rules", "rules", false),
      action("Pause, or see everything", "dashboard", false),
      action("No more of these mails", "unsubscribe", false),
    ],
  };
}

/** All that a sign of life says: that it is one, what was looked at, and where everything else is. */
export function quietSection(facts: DigestFacts): Section {
  const { title, tone, blocks } = lookedAtSection(facts);
  const [week] = weekSection(facts).blocks;
  const why = "We write after four quiet weeks, so that you know that Lapse still runs.";
  return { title, tone, blocks: [...(week === undefined ? [] : [week]), paragraph(why), ...blocks] };
}

/** Design rule: the truth about what this is and does, in every mail. */
export function truthSection(): Section {
  const truths = [
    "LinkedIn's user agreement forbids automation, and the account is yours to risk.",
    "A copied session may be signed out everywhere.",
    "A withdrawal cannot be undone, and blocks a new invitation to the same person for up to three weeks.",
    "The other person is not notified.",
    "Withdrawing does not lift a restriction on inviting.",
  ];
  return { title: "Worth knowing", tone: "fine", blocks: [paragraph(truths.join(" "))] };
}

export function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}

export function action(text: string, to: LinkTarget, strong: boolean): Block {
  return { kind: "action", text, to, strong };
}

function looked({ lookedAt, policy, now }: DigestFacts): string {
  if (lookedAt === null) return "We have not read your list of sent invitations yet.";
  const { at, pending, read, counts, sweeps } = lookedAt;
  const said = pending === null ? "" : `; LinkedIn's own counter says ${pending}`;
  const states = stateWords.flatMap(([state, words]) => (counts[state] ? [`${counts[state]} ${words}`] : []));
  const split = states.length === 0 ? "" : `: ${listed(states)}`;
  const times =
    sweeps === 0 ? "" : ` We looked ${sweeps === 1 ? "once" : `${sweeps} times`} since the last digest.`;
  const day = dayOf(at, policy.timezone, now).long;
  return `On ${day} we read ${count(read, "invitation")}${split}${said}.${times}`;
}

const stateWords: readonly (readonly [ItemState, string])[] = [
  ["withdrawn", "withdrawn"],
  ["due", "due"],
  ["kept", "kept"],
  ["fresh", "not old enough yet"],
  ["answered", "answered"],
  ["unverified", "not proved"],
  ["failed", "not possible"],
  ["unreadable", "not understood and so not touched"],
  ["ignored", "received and ignored"],
];

/** What was meant for these, for a sentence. */
export function doneTo(fates: readonly Fate[]): string {
  return fates.some(({ ref }) => isReceived(ref)) ? "withdrawn or ignored" : "withdrawn";
}

function ignoredOnes(n: number): string {
  return `${capitalised(count(n, "old invitation"))} of others ${n === 1 ? "was" : "were"}`;
}

function was(n: number): string {
  return `${count(n, "invitation")} ${n === 1 ? "was" : "were"}`;
}

import type { Block, DigestContent, Section } from "./content.ts";
import { dayOf } from "./day.ts";
import type { DigestFacts } from "./facts.ts";
import { type Fate, isReceived } from "./fates.ts";
import { type Listed, listPeople } from "./people.ts";
import {
  action,
  doneTo,
  lookedAtSection,
  needSection,
  paragraph,
  truthSection,
  weekSection,
} from "./sections.ts";
import { subjectOf } from "./subject.ts";

/** LinkedIn refuses a new invitation to the same person for up to three weeks. */
const daysUntilNewInvitation = 21;

/** Bytes of HTML for each list; together they stay below what mail programs show. */
const room = { comingUp: 50_000, withdrawn: 18_000, unproved: 8_000, failed: 8_000 };

/** Decides whether there is something to say, and says it in the order in which it matters. */
export function composeDigest(facts: DigestFacts): DigestContent {
  if (!facts.longSilent && isNothing(facts)) return { kind: "quiet" };
  const coming = listComing(facts);
  const sections = [
    needSection(facts),
    weekSection(facts),
    comingSection(facts, coming),
    withdrawnSection(facts),
    troubleSection(
      "What we cannot prove",
      `These were clicked, and nothing proves that they were ${doneTo(facts.unproved)}. We do not count them.`,
      facts.unproved,
      room.unproved,
    ),
    troubleSection(
      "What did not work",
      "These were refused or not possible, and we changed nothing.",
      facts.failed,
      room.failed,
    ),
    lookedAtSection(facts),
    truthSection(),
  ];
  const named = facts.comingUp.slice(0, coming.shown).filter((each) => !each.told);
  return {
    kind: "mail",
    subject: subjectOf(facts),
    sections: sections.filter((section) => section !== null),
    announces: named.map((each) => each.upcoming),
  };
}

function isNothing({ withdrawn, unproved, failed, comingUp, ignored, standing }: DigestFacts): boolean {
  const silent = standing === null || standing.actor === "nobody";
  return silent && withdrawn.length + unproved.length + failed.length + comingUp.length + ignored === 0;
}

function listComing({ comingUp, policy, now }: DigestFacts): Listed {
  const people = comingUp.map(({ upcoming, from }) => ({
    ref: upcoming,
    heading: { title: dayOf(from, policy.timezone, now).long, note: "" },
    reason: isReceived(upcoming) ? "You received this one: it is ignored, not withdrawn." : "",
  }));
  return listPeople(people, room.comingUp);
}

function comingSection({ policy, comingUp }: DigestFacts, coming: Listed): Section | null {
  if (coming.blocks.length === 0) return null;
  const after = policy.noticeDays === 0 ? " As you chose no notice, it may happen before you read this." : "";
  const received = comingUp.some(({ upcoming }) => isReceived(upcoming));
  const done = received ? "withdrawn, or ignored if you received it," : "withdrawn";
  const intro = `Each is ${done} on its day at the earliest, unless you keep it.${after}`;
  return {
    title: "Coming up",
    tone: "plain",
    blocks: [paragraph(intro), action("Keep somebody", "manage", true), ...coming.blocks],
  };
}

function withdrawnSection({ withdrawn, policy, now }: DigestFacts): Section | null {
  if (withdrawn.length === 0) return null;
  const people = withdrawn.map(({ ref, at }) => {
    const day = dayOf(at, policy.timezone, now);
    const again = dayOf(at, policy.timezone, now, daysUntilNewInvitation);
    return {
      ref,
      heading: { title: day.long, note: `You can invite them again from ${again.short} at the latest.` },
      reason: "",
    };
  });
  return { title: "Withdrawn", tone: "plain", blocks: listPeople(people, room.withdrawn).blocks };
}

const noHeading = { title: "", note: "" };

function troubleSection(title: string, intro: string, fates: readonly Fate[], bytes: number): Section | null {
  if (fates.length === 0) return null;
  const people = fates.map(({ ref, reason }) => ({ ref, heading: noHeading, reason }));
  const blocks: Block[] = [paragraph(intro), ...listPeople(people, bytes).blocks];
  return { title, tone: "plain", blocks };
}

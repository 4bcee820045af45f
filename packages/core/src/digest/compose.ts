import type { Block, DigestContent, Section } from "./content.ts";
import { dayOf, daysUntilNewInvitation } from "./day.ts";
import type { DigestFacts } from "./facts.ts";
import { type Fate, isReceived } from "./fates.ts";
import { type Listed, listPeople, type Person } from "./people.ts";
import {
  doneTo,
  lookedAtSection,
  needSection,
  paragraph,
  quietSection,
  truthSection,
  weekSection,
} from "./sections.ts";
import { subjectOf } from "./subject.ts";

/**
 * Bytes of HTML for the lists; with all the rest they stay below what mail programs show. Who is coming up gets what
 * the others leave: only who is named there can be withdrawn next.
 */
const room = { all: 88_000, withdrawn: 25_000, unproved: 7_000, failed: 7_000 };

/**
 * Decides whether there is something to say, and says it in the order in which it matters.
 * @param keepBytes how long the address of a keep link is, without what the invitation's key adds to it
 */
export function composeDigest(facts: DigestFacts, keepBytes = 150): DigestContent {
  if (isNothing(facts)) return facts.longSilent ? signOfLife(facts) : { kind: "quiet" };
  const withdrawn = listWithdrawn(facts);
  const unproved = listTrouble(facts.unproved, room.unproved);
  const failed = listTrouble(facts.failed, room.failed);
  const coming = listComing(facts, room.all - withdrawn.bytes - unproved.bytes - failed.bytes, keepBytes);
  const sections = [
    needSection(facts),
    weekSection(facts),
    comingSection(facts, coming),
    section("Withdrawn", "", withdrawn),
    section(
      "What we cannot prove",
      `These were clicked, and nothing proves that they were ${doneTo(facts.unproved)}. We do not count them.`,
      unproved,
    ),
    section("What did not work", "These were refused or not possible, and we changed nothing.", failed),
    lookedAtSection(facts),
    truthSection(),
  ];
  const named = facts.comingUp.slice(0, coming.shown).filter((each) => each.toAnnounce);
  return {
    kind: "mail",
    subject: subjectOf(facts),
    sections: sections.filter((each) => each !== null),
    announces: named.map((each) => each.upcoming),
  };
}

function isNothing(facts: DigestFacts): boolean {
  const { withdrawn, unproved, failed, comingUp, ignored, standing, standingIsNews } = facts;
  const silent = standing === null || standing.actor === "nobody" || !standingIsNews;
  return silent && withdrawn.length + unproved.length + failed.length + comingUp.length + ignored === 0;
}

function signOfLife(facts: DigestFacts): DigestContent {
  return { kind: "mail", subject: subjectOf(facts), sections: [quietSection(facts)], announces: [] };
}

/** Where not all find room with the way to their profile, the names go without: on the keep link's page it is, too. */
function listComing({ comingUp, policy, now }: DigestFacts, bytes: number, keepBytes: number): Listed {
  const people = (links: Person["links"]) =>
    comingUp.map(({ upcoming, from }) => ({
      ref: upcoming,
      heading: { title: dayOf(from, policy.timezone, now).long, note: "" },
      reason: isReceived(upcoming) ? "You received this one: it is ignored, not withdrawn." : "",
      links,
    }));
  const full = listPeople(people(["profile", "keep"]), bytes, keepBytes);
  return full.shown === comingUp.length ? full : listPeople(people(["keep"]), bytes, keepBytes);
}

function comingSection({ policy, comingUp }: DigestFacts, coming: Listed): Section | null {
  if (coming.blocks.length === 0) return null;
  const after = policy.noticeDays === 0 ? " As you chose no notice, it may happen before you read this." : "";
  const received = comingUp.some(({ upcoming }) => isReceived(upcoming));
  const done = received ? "withdrawn, or ignored if you received it," : "withdrawn";
  const intro = `Each is ${done} on its day at the earliest, unless you keep it.${after}`;
  const folded = coming.shown < comingUp.length && policy.noticeDays > 0;
  const later = "Whoever is not named here is not withdrawn before a later digest has named them.";
  return section("Coming up", intro, coming, folded ? [paragraph(later)] : []);
}

function listWithdrawn({ withdrawn, policy, now }: DigestFacts): Listed {
  const people = withdrawn.map(({ ref, at }): Person => {
    const day = dayOf(at, policy.timezone, now);
    const again = dayOf(at, policy.timezone, now, daysUntilNewInvitation);
    return {
      ref,
      heading: { title: day.long, note: `You can invite them again from ${again.short} at the latest.` },
      reason: "",
      links: ["profile"],
    };
  });
  return listPeople(people, room.withdrawn);
}

const noHeading = { title: "", note: "" };

function listTrouble(fates: readonly Fate[], bytes: number): Listed {
  const people = fates.map(
    ({ ref, reason }): Person => ({ ref, heading: noHeading, reason, links: ["profile"] }),
  );
  return listPeople(people, bytes);
}

function section(
  title: string,
  intro: string,
  { blocks }: Listed,
  more: readonly Block[] = [],
): Section | null {
  if (blocks.length === 0) return null;
  const before = intro === "" ? [] : [paragraph(intro)];
  return { title, tone: "plain", blocks: [...before, ...blocks, ...more] };
}

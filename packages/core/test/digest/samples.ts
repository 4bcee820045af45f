import { composeDigest } from "../../src/digest/compose.ts";
import { digestFacts } from "../../src/digest/facts.ts";
import { composeProblemMail } from "../../src/digest/problemMail.ts";
import { type DigestMail, type RenderedDigest, renderDigest } from "../../src/digest/render.ts";
import type { InvitationRef } from "../../src/invitation/invitation.ts";
import type { LedgerEvent, Upcoming } from "../../src/ledger/event.ts";
import { defaultPolicy } from "../../src/policy/defaults.ts";
import { day, event, links, now, person, since, swept, withdrawn } from "./sample.ts";

/** Mails as members get them, to look at: each with the subject, the HTML and the text. */
export const sampleDigests = {
  "nothing-due": () => rendered([event(28, { kind: "digest", week: "2026-W16", step: "sent" }), ...daily()]),
  typical: () => rendered([...done(7), ...answers(84), ...daily(coming(4))]),
  "200-withdrawn": () => rendered([...done(200), ...daily(coming(120))]),
  problem: () =>
    renderDigest(
      composeProblemMail({ problem: "challenged", since: now - day / 8 }, defaultPolicy, now),
      links,
    ),
  "right-to-left": () =>
    rendered([
      ...rightToLeft.flatMap((name, n) => withdrawn(2 + n / 10, person(n, name))),
      ...daily(rightToLeft.map((name, n) => ({ ...person(40 + n, name), on: onDay(7 + n) }))),
    ]),
} satisfies Record<string, () => RenderedDigest>;

/** Names that mean something else where a line is turned around, among those that do not. */
const rightToLeft = [
  ...["דנה לוי", "محمد السيد (مهندس)", "Sara Example", "شیرین می‌نویسد", "מיכל 2000 בע״מ"],
  ...["Omar عمر Example", "יואב כהן, PhD"],
];

function rendered(unordered: readonly LedgerEvent[]): RenderedDigest {
  const events = unordered.toSorted((one, other) => one.at - other.at);
  const facts = digestFacts({ events, policy: defaultPolicy, now, since });
  return renderDigest(mailOf(composeDigest(facts, links.keep("").length)), links);
}

function mailOf(content: ReturnType<typeof composeDigest>): DigestMail {
  if (content.kind === "quiet") throw new Error("this sample has nothing to say");
  return content;
}

/** A sweep a day, the last of which leaves these for later. */
function daily(upcoming: readonly Upcoming[] = []): LedgerEvent[] {
  const counts = { fresh: 96, kept: 12, due: upcoming.length };
  const pending = 108 + upcoming.length;
  return [6, 5, 4, 3, 2, 1, 0.2].map((ago) => swept(ago, { pending, read: pending, counts, upcoming }));
}

function done(count: number): LedgerEvent[] {
  return Array.from({ length: count }, (_, n) => withdrawn(6.5 - (n * 6) / count, somebody(n))).flat();
}

function coming(count: number): Upcoming[] {
  return Array.from({ length: count }, (_, n) => ({
    ...somebody(300 + n),
    on: onDay(7 + Math.floor(n / 10)),
  }));
}

function answers(count: number): LedgerEvent[] {
  return Array.from({ length: count }, (_, n) => {
    const age = (n % 60 === 0 ? 27.5 : (n % 18) + 0.5) * day;
    return event(60 - n / 2, {
      ...{ kind: "answered", invitation: somebody(600 + n), age: { atLeast: age, atMost: age + day } },
    });
  });
}

const first = ["Ada", "Grace", "José", "Zoë", "山田", "Nguyễn", "Ólafur", "Mia", "Priya", "Chukwuemeka"];
const last = ["Example", "Sample", "Muster", "Núñez", "太郎", "Specimen-Longname", "O’Test"];

function somebody(n: number): InvitationRef {
  return person(n, `${first[n % first.length]} ${last[n % last.length]}`);
}

function onDay(ahead: number): string {
  return new Date(now + ahead * day).toISOString();
}

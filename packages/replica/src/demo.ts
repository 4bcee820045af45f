import { dayMs } from "./invitation/age.ts";
import type { InvitationSpec } from "./invitation/invitation.ts";
import type { MemberSpec } from "./member/spec.ts";

interface DemoInvitation extends Omit<InvitationSpec, "ageMs" | "sentAt"> {
  readonly days: number;
}

const someone = (
  days: number,
  name: string,
  slug: string | null,
  headline: string,
  note?: string,
): DemoInvitation => ({ days, name, slug, headline, ...(note === undefined ? {} : { note }) });

/** Sixteen that are younger than 30 days, seven that are older; none within a day of that edge. */
// biome-ignore format: a table is easier to read in rows
const adas: readonly DemoInvitation[] = [
  someone(0.011, "Bo Sample", "bo-sample", "Head of Data | 10 years ago I started a bakery", "Hi Bo, we met at the meetup."),
  someone(0.46, "Chidi Placeholder", "chidi-placeholder-77", "Ethics consultant"),
  someone(1.1, "Dana Mock", "danamock", "Product at Imaginary Bank", "hello"),
  someone(2.3, "Eve Fixture", "eve-fixture", "--"),
  someone(3.4, "Farid Test", "farid-test-0099aa", "Compiler engineer at Fictional Labs"),
  someone(5.2, "Grace Stub", "grace-stub", "Teacher, 2 weeks ago promoted"),
  someone(7.3, "Hiro Dummy", "hiro-dummy", "QA", "I wrote to you about this 6 months ago, and you can Withdraw any time."),
  someone(8.6, "Ines O'Fake-Núñez", "ines-ofake-nunez", "Designer & writer <3 type"),
  someone(10.3, "Ksenia Proxy", "ksenia-proxy", "Legal counsel"),
  someone(12.2, "LinkedIn Member", null, ""),
  someone(14.4, "Mia Invented", "mia-invented", "Recruiter | Withdraw cash fast", "Sent 6 months ago: not an age"),
  someone(17.3, "Ngozi Pretend", "ngozi-pretend", "Founder"),
  someone(19.6, "Oleg Synthetic", "oleg-synthetic", "Ops"),
  someone(22.1, "Priya Unreal", "priya-unreal", "ML"),
  someone(25.7, "Quinn Bogus", "quinn-bogus", "Chef"),
  someone(28.4, "Jon Same", "jon-same-1", "Gardener"),
  someone(31.2, "Rosa Counterfeit", "rosa-counterfeit", "Pilot"),
  someone(36.5, "Jon Same", "jon-same-2", "Gardener"),
  someone(47.8, "Sam Virtual", "sam-virtual", "Sales | Sent 3 months ago to Mars", "Would love to connect."),
  someone(63.1, "Tom Ersatz", "tom-ersatz", "Painter"),
  someone(91.4, "Uma Replica", "uma-replica", "Nurse"),
  someone(122.6, "Val Last", "val-last", "Retired"),
  someone(171.9, "Zoë Núñez-Mirage", "zoë-núñez-mirage", "Head of Nothing in Particular"),
];

// biome-ignore format: a table is easier to read in rows
const bens: readonly DemoInvitation[] = [
  someone(0.3, "Wei Standin", "wei-standin", "Student"),
  someone(4.2, "Ximena Fable", "ximena-fable", "Librarian", "We spoke about the archive."),
  someone(9.5, "Yara Specimen", "yara-specimen", "Botanist"),
  someone(16.8, "Anders Figment", "anders-figment", "Carpenter"),
  someone(24.3, "Béla Notional", "bela-notional", "Founder, 3 years ago"),
];

/** The members that the demo starts with; ages count back from `now` (milliseconds since 1970). */
export function demoMembers(now: number): readonly [ada: MemberSpec, ben: MemberSpec] {
  const at = (rows: readonly DemoInvitation[]): InvitationSpec[] =>
    rows.map(({ days, ...row }) => ({ ...row, sentAt: now - Math.round(days * dayMs) }));
  return [
    {
      slug: "ada-sender",
      name: "Ada Sender",
      email: "ada@sender.example",
      password: "ada-demo",
      invitations: at(adas),
    },
    {
      slug: "ben-sender",
      name: "Ben Sender",
      email: "ben@sender.example",
      password: "ben-demo",
      invitations: at(bens),
    },
  ];
}

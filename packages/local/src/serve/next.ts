import type { Member } from "@lapse/core/member/member";
import type { Adapters } from "@lapse/functions/adapters";
import { membersIn } from "../command/chosenMember.ts";
import { momentInWords } from "../command/when.ts";
import { nextDigestAt, nextSweepOf } from "../status/next.ts";

/** What comes next, a line each, for whoever starts it. */
export async function nextInWords(adapters: Adapters): Promise<string[]> {
  const now = adapters.now();
  const members = await membersIn(adapters);
  if (members.length === 0) return ["There is no member yet: sign up on the pages."];
  return members.map((member) => `${member.email}: ${ofMember(member, now)}`);
}

function ofMember(member: Member, now: number): string {
  const { timezone } = member.policy;
  const sweep = nextSweepOf(member, now);
  const digest = nextDigestAt(member, now);
  const when = (ms: number) => momentInWords(ms, timezone, now);
  const first =
    sweep.kind === "none"
      ? `no sweep, ${sweep.why}`
      : sweep.at <= now
        ? "a sweep now"
        : `next sweep ${when(sweep.at)}`;
  return digest === null ? `${first}; no mails` : `${first}; next digest ${when(digest)}`;
}

import { profileAddress, sameAddress } from "@lapse/core/invitation/profile";
import { type AskedProfile, askedProfile } from "@lapse/core/linkedin/profile/open";
import { keepReason } from "@lapse/core/plan/keep";
import type { Policy } from "@lapse/core/policy/policy";
import type { Reading } from "@lapse/core/reading/reading";
import type { CarryOut, Told } from "./errand.ts";
import { notConnected } from "./lookErrand.ts";
import { runWithSession, tellOf } from "./ownSession.ts";

/** Withdraws one invitation now, by the member's own word. Keep wins over that word, too: it may be the later one. */
export const withdrawErrand: CarryOut<"withdraw"> = async (
  member,
  { runId, profile: link },
  { deadline, waitedUntil },
  ports,
  secret,
) => {
  const profile = askedProfile(link);
  if (profile === null) return left("the address names no profile");
  if (member.startedAt === null) return left("you have not started the clean-up");
  if (member.policy.paused) return left("you paused Lapse");
  if (member.session !== "sealed") return notConnected;
  const reading = await ports.readings.get(member.id);
  const task = {
    kind: "withdraw" as const,
    profile,
    isTooLate: () => ports.now() >= waitedUntil,
    kept: (policy: Policy) => keptReason(policy, profile, reading),
  };
  const ran = await runWithSession(member, { runId, task, deadline }, ports, secret);
  if (ran === null) return notConnected;
  await tellOf(ran.result.outcome, { memberId: member.id, runId }, ports, secret);
  return ran.result;
};

function left(why: string): Told {
  return { outcome: "paused", message: `Nothing was withdrawn: ${why}.` };
}

/** By every rule, as far as the last reading shows the person; else by the list of profiles to keep alone. */
export function keptReason(
  policy: Policy,
  { address }: AskedProfile,
  reading: Reading | null,
): string | null {
  const sent = reading?.sent.invitations ?? [];
  const rank = sent.findIndex(({ addresses }) => addresses.some((own) => sameAddress(own, address)));
  const invitation = sent[rank];
  if (invitation !== undefined) return keepReason(policy, invitation, rank);
  const named = policy.keep.profiles.some((link) => {
    const kept = profileAddress(link);
    return kept !== null && sameAddress(kept, address);
  });
  return named ? "on your keep list" : null;
}

import type { Invitation } from "../invitation/invitation.ts";
import { type ProfileAddress, profileAddress, sameAddress } from "../invitation/profile.ts";
import type { Policy } from "../policy/policy.ts";
import { containsPhrase } from "./text.ts";

/**
 * Why the policy keeps this invitation, in words; null where no keep rule speaks for it. `rank` counts from the
 * newest (0), among those that were sent. Keep wins over every other rule, so this is asked at planning and again just before the click.
 */
export function keepReason(policy: Policy, invitation: Invitation, rank: number): string | null {
  const kept = policy.keep.profiles.map(profileAddress).filter((address) => address !== null);
  if (kept.some((address) => invitation.addresses.some((own) => sameAddress(own, address)))) {
    return "on your keep list";
  }
  const word = policy.keep.words.find(
    (phrase) => containsPhrase(invitation.name, phrase) || containsPhrase(invitation.headline ?? "", phrase),
  );
  if (word !== undefined) return `name or headline contains "${word}", which you keep`;
  const received = invitation.direction === "received";
  if (policy.keep.words.length > 0 && invitation.headline === null)
    return "kept to be safe: the page shows no headlines, and you keep people by words in them";
  if (policy.keep.withNote && invitation.hasNote)
    return received ? "came with a note, which you keep" : "sent with a note, which you keep";
  if (!received && rank < policy.keep.newest)
    return `among your newest ${policy.keep.newest}, which you keep`;
  if (kept.some((address) => couldBeMeant(address, invitation))) {
    return "kept to be safe: this person cannot be told from someone on your keep list";
  }
  return null;
}

/** A kept address rules a person out only where the person's address of that same kind is known and differs. */
function couldBeMeant(kept: ProfileAddress, invitation: Invitation): boolean {
  return !invitation.addresses.some((own) => own.kind === kept.kind);
}

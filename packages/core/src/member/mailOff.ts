import type { Member } from "./member.ts";

/**
 * Why a member gets no mail although they did not say so, and what follows from it; null where that is not so. Under it
 * stands the button that turns the mails on.
 */
export function mailOffInWords({ mailOff, policy }: Pick<Member, "mailOff" | "policy">): string | null {
  if (mailOff === null) return null;
  const follows =
    policy.noticeDays === 0
      ? "You asked for no notice, so Lapse goes on without one."
      : "Nothing new is announced, and what is not announced is not withdrawn.";
  return `${reasons[mailOff]} ${follows} ${remedies[mailOff]}`;
}

const reasons = {
  bounced: "Mail to your address came back, so no mail can reach you.",
  complained: "A mail from Lapse was reported as spam from your mailbox, so Lapse sends you no more.",
} as const;

const remedies = {
  bounced: "Once your address takes mail again, turn the digests on again.",
  complained: "If you want the digests after all, turn them on again.",
} as const;

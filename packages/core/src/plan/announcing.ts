import type { Member } from "../member/member.ts";

/** Whether somebody announces whoever is due: a digest does, and a first start. Without either nobody new has a day. */
export function announcesDue({ mail, startedAt }: Pick<Member, "mail" | "startedAt">): boolean {
  return mail === "on" || startedAt === null;
}

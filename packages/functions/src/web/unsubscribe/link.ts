import { timingSafeEqual } from "node:crypto";
import type { Member } from "@lapse/core/member/member";
import type { Members } from "../../store/members.ts";
import { isMemberId } from "../../store/table.ts";

/** What an unsubscribe link carries: the member's id and the member's own secret for it. */
export function unsubscribeTokenOf(member: Pick<Member, "id" | "unsubscribeToken">): string {
  return `${member.id}.${member.unsubscribeToken}`;
}

/** The address in a digest, and in its List-Unsubscribe header. GET asks, POST acts (RFC 8058). */
export function unsubscribeUrl(origin: string, member: Pick<Member, "id" | "unsubscribeToken">): string {
  return `${origin}/unsubscribe?token=${encodeURIComponent(unsubscribeTokenOf(member))}`;
}

/** The member whom a token belongs to, or null; which of its parts is wrong is nobody's business. */
export async function memberOfToken(token: string, members: Pick<Members, "get">): Promise<Member | null> {
  const dot = token.lastIndexOf(".");
  if (dot < 1 || token.length > 500) return null;
  const id = token.slice(0, dot);
  const member = isMemberId(id) ? await members.get(id) : null;
  return member !== null && same(token.slice(dot + 1), member.unsubscribeToken) ? member : null;
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

import { createHmac, timingSafeEqual } from "node:crypto";
import { announcementLifeMs } from "@lapse/core/ledger/announcement";
import type { Member } from "@lapse/core/member/member";
import { isMemberId } from "../../store/table.ts";

/** Half of an HMAC's 256 bits are as many as nobody can guess, and hundreds of links have to fit into one mail. */
const signatureLength = 22;

/** Longer than this is nothing that Lapse wrote. */
const longestToken = 1_500;

/** What a token says: this invitation of this member. */
export interface KeepToken<Who> {
  readonly member: Who;
  /** The invitation's key, as `invitationKey` gives it. */
  readonly key: string;
}

type Owner = Pick<Member, "id" | "keepSecret">;

/**
 * Makes the addresses under which a member keeps one invitation each, without signing in: `<member>.<key>.<expiry>.<signature>`.
 * @param now ms since 1970; the links end 60 days later
 */
export function makeKeepUrl(origin: string, member: Owner, now: number): (key: string) => string {
  const expiry = Math.floor((now + announcementLifeMs) / 1000);
  return (key) => {
    const said = `${member.id}.${Buffer.from(key).toString("base64url")}.${expiry}`;
    return `${origin}/keep?token=${said}.${signature(said, member.keepSecret)}`;
  };
}

/**
 * What a token says where this member's secret signed it and it has not ended; else null. Takes as long for a member
 * who does not exist.
 */
export async function readKeepToken<Who extends Owner>(
  token: string,
  find: (memberId: string) => Promise<Who | null>,
  now: number,
): Promise<KeepToken<Who> | null> {
  const parts = token.length > longestToken ? null : /^(.+)\.([\w-]*)\.(\d{1,12})\.([\w-]+)$/.exec(token);
  const [, memberId = "", key = "", expiry = "", signed = ""] = parts ?? [];
  if (!isMemberId(memberId)) return null;
  const member = await find(memberId);
  const right = signature(`${memberId}.${key}.${expiry}`, member?.keepSecret ?? "nobody's");
  if (!same(signed, right) || member === null || Number(expiry) * 1000 <= now) return null;
  return { member, key: Buffer.from(key, "base64url").toString() };
}

function signature(said: string, secret: string): string {
  return createHmac("sha256", secret).update(said).digest("base64url").slice(0, signatureLength);
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

import type { Random } from "../people/random.ts";

export interface Cookie {
  readonly name: string;
  readonly value: string;
}

/** What a signed-in browser holds: the smallest set that rebuilds a signed-in page (evidence §0.3). */
export interface MintedSession {
  readonly cookies: readonly Cookie[];
  readonly userAgent?: string;
}

/** A session as the server knows it. `liAt` changes when it is rotated; the number stays. */
export interface Session {
  readonly number: number;
  liAt: string;
  readonly jsessionid: string;
  readonly bcookie: string;
  readonly bscookie: string;
  readonly lidc: string;
  readonly userAgent: string | null;
}

export function newSession(number: number, random: Random, userAgent: string | null): Session {
  return {
    number,
    liAt: newLiAt(random),
    jsessionid: `ajax:${random.text(19, "0123456789")}`,
    bcookie: `v=2&${random.text(8, "0123456789abcdef")}-${random.text(12, "0123456789abcdef")}`,
    bscookie: `v=1&20261123${random.text(40)}`,
    lidc: `b=VB00:s=V:r=V:a=V:p=V:g=${random.text(4, "0123456789")}`,
    userAgent,
  };
}

export const newLiAt = (random: Random): string => `AQEDAR${random.text(140)}`;

/** JSESSIONID and bcookie come in quotes, as LinkedIn sets them. */
export function cookiesOf(session: Session): readonly Cookie[] {
  return [
    { name: "li_at", value: session.liAt },
    { name: "JSESSIONID", value: `"${session.jsessionid}"` },
    { name: "bcookie", value: `"${session.bcookie}"` },
    { name: "bscookie", value: `"${session.bscookie}"` },
    { name: "lidc", value: `"${session.lidc}"` },
  ];
}

import type { Context } from "hono";

/**
 * Where a request came from, for limits. On Lambda CloudFront says so, and only there is its header believed: the
 * function must not be reachable past it. Elsewhere the socket says so.
 */
export function sourceOf({ env, req }: Context): string {
  if (env?.event !== undefined) {
    const { http, identity } = env.event.requestContext ?? {};
    return sourceIn(req.header("x-lapse-source") ?? http?.sourceIp ?? identity?.sourceIp);
  }
  return sourceIn(env?.incoming?.socket?.remoteAddress);
}

/**
 * What stands for a place: an IPv4 address, or the first half of an IPv6 one, because a single connection has as many
 * addresses as there are in the other half.
 * @param address as the socket or the gateway gives it, with a port or without; undefined where it is not known
 */
export function sourceIn(address: string | undefined): string {
  const text = (address ?? "").trim().toLowerCase();
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(text)?.[1];
  if (v4 !== undefined) return v4;
  const groups = groupsOf(text.replace(/^\[([^\]]*)\].*$/, "$1").replace(/%.*$/, ""));
  return groups === null ? "unknown" : `${groups.slice(0, 4).join(":")}::/64`;
}

/** CloudFront writes all eight groups and, without brackets, the port behind them. */
function groupsOf(text: string): readonly string[] | null {
  if (!/^[0-9a-f:]+$/.test(text)) return null;
  const [head = "", tail, ...more] = text.split("::");
  if (more.length > 0) return null;
  const first = head === "" ? [] : head.split(":");
  if (tail === undefined) return first.length === 8 || first.length === 9 ? first.map(plain) : null;
  const last = tail === "" ? [] : tail.split(":");
  const gap = Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array.from({ length: gap }, () => "0"), ...last].map(plain);
}

function plain(group: string): string {
  return Number.parseInt(group, 16).toString(16);
}

import type { PageView, ReceivedView, SentView } from "../layouts/layout.ts";
import type { ReplicaMember } from "../member/member.ts";
import type { Site } from "./site.ts";

/** The settings of a member's page, whichever tab it shows. */
export function pageView(site: Site, member: ReplicaMember): PageView {
  const { identity } = member.faults;
  return {
    strings: site.strings,
    origin: site.origin(),
    identity: identity === "own" ? member.slug : identity === "none" ? null : identity.slug,
    now: site.now(),
    faults: member.faults,
    bench: site.bench,
  };
}

/** The list from `start`: a page's worth, as it stands on the server now. */
export function sentView(site: Site, member: ReplicaMember, start: number): SentView {
  return {
    ...pageView(site, member),
    screen: "sent",
    invitations: member.pendingPage(start, site.layout.batch),
    total: member.pendingCount,
  };
}

export function receivedView(site: Site, member: ReplicaMember): ReceivedView {
  return { ...pageView(site, member), screen: "received", people: member.received };
}

import { layoutCalled, layoutNamed } from "../layouts/choose.ts";
import type { Layout, PageView, ReceivedView, SentView } from "../layouts/layout.ts";
import { receivedBatch } from "../layouts/received.ts";
import type { ReplicaMember } from "../member/member.ts";
import type { Exchange } from "../server/exchange.ts";
import type { Site } from "./site.ts";

/** The layout of a member's pages now. */
export const layoutFor = (site: Site, member: ReplicaMember): Layout =>
  member.layout === null ? site.layout : layoutNamed(member.layout);

/** The layout of the page whose script asks: one that is open already stays what it is. */
export const layoutAsking = (site: Site, member: ReplicaMember, exchange: Exchange): Layout =>
  layoutCalled(exchange.header("x-replica-layout")) ?? layoutFor(site, member);

/** The settings of a member's page, whichever tab it shows. */
export function pageView(site: Site, member: ReplicaMember): PageView {
  const { identity } = member.faults;
  return {
    strings: member.strings,
    origin: site.origin(),
    identity: identity === "own" ? member.slug : identity === "none" ? null : identity.slug,
    now: site.now(),
    faults: member.faults,
    bench: site.bench,
    dialogsBefore: member.counted("dialog"),
  };
}

/** The list from `start`: a page's worth, as it stands on the server now. */
export function sentView(site: Site, member: ReplicaMember, start: number, layout: Layout): SentView {
  return {
    ...pageView(site, member),
    screen: "sent",
    invitations: member.pendingPage(start, layout.batch),
    total: member.pendingCount,
  };
}

/** The received list from `start`; the People list is those of persons. */
export function receivedView(
  site: Site,
  member: ReplicaMember,
  filter: ReceivedView["filter"] = "all",
  start = 0,
): ReceivedView {
  const people = member.received.people();
  const list = filter === "people" ? people : member.received.pending();
  return {
    ...pageView(site, member),
    screen: "received",
    people: list.slice(start, start + receivedBatch),
    filter,
    total: people.length,
  };
}

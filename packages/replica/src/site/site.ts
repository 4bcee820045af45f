import type { Journal } from "../journal.ts";
import type { Layout } from "../layouts/layout.ts";
import type { Latency } from "../member/faults.ts";
import type { ReplicaMember } from "../member/member.ts";
import type { Session } from "../member/session.ts";

/** What the routes share. */
export interface Site {
  readonly members: ReadonlyMap<string, ReplicaMember>;
  readonly journal: Journal;
  readonly now: () => number;
  /** In front of every absolute link on a page. */
  readonly origin: () => string;
  readonly latencyMs: number;
  readonly bench: boolean;
  readonly layout: Layout;
}

/** Who a request comes from. */
export interface Visitor {
  readonly member: ReplicaMember;
  readonly session: Session;
}

export function wait(latency: Latency, n: number): Promise<void> {
  const ms = typeof latency === "number" ? latency : latency(n);
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
}

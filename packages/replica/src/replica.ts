import { Journal } from "./journal.ts";
import { layoutNamed } from "./layouts/choose.ts";
import type { LayoutName } from "./layouts/names.ts";
import { ReplicaMember } from "./member/member.ts";
import type { MemberSpec } from "./member/spec.ts";
import { listen } from "./server/listen.ts";
import type { Site } from "./site/site.ts";
import { noStateFile, openStateFile, type StateFile } from "./state.ts";

export type { Invitation, InvitationKind, InvitationSpec } from "./invitation/invitation.ts";
export type { ReceivedInvitation, ReceivedKind, ReceivedSpec } from "./invitation/received.ts";
export {
  type Allowed,
  type ClickedControl,
  Journal,
  type JournalClick,
  type JournalEntry,
  type RequestKind,
} from "./journal.ts";
export { type LayoutName, layoutNames } from "./layouts/names.ts";
export { type Language, languages } from "./layouts/strings/languages.ts";
export type {
  DialogFault,
  Faults,
  IgnoreFault,
  Latency,
  PageFault,
  PaginationFault,
  WithdrawFault,
} from "./member/faults.ts";
export { ReplicaMember, type WithdrawnInvitation } from "./member/member.ts";
export type { ElementMutation, IslandMutation, Mutation } from "./member/mutation.ts";
export { always, from, on, type Rule, type Rules } from "./member/rules.ts";
export type { Cookie, MintedSession } from "./member/session.ts";
export type { MemberSpec, PersonSpec } from "./member/spec.ts";
export type { GeneratedSpec } from "./people/generate.ts";

export interface ReplicaOptions {
  /** On 127.0.0.1. Default 0: a free one. */
  readonly port?: number;
  /** Milliseconds since 1970. Default the host's clock. */
  readonly now?: () => number;
  /** Of generated people, ids and cookies. Default 1. */
  readonly seed?: number;
  /** Before every answer that is not told otherwise by a member's faults. Default 0. */
  readonly latencyMs?: number;
  /** In front of every absolute link. Default the replica's own origin. */
  readonly origin?: string;
  /** A JSON file for the members' state; one that was started with it before goes on from there. */
  readonly dataFile?: string;
  /** Pages then have `window.replicaFloor(n)`. Default false. */
  readonly bench?: boolean;
  /** Of members whose spec names none. Default V6, the page of 2026. */
  readonly layout?: LayoutName;
}

export interface Replica {
  /** Where it listens, `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly journal: Journal;
  /** A member whose state the data file holds goes on from there, whatever invitations the spec names. */
  addMember(spec: MemberSpec): ReplicaMember;
  member(slug: string): ReplicaMember;
  members(): readonly ReplicaMember[];
  /** Every member as added, no faults, an empty journal. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts the imitation of the Sent-invitations page on the loopback address. */
export async function startReplica(options: ReplicaOptions = {}): Promise<Replica> {
  const members = new Map<string, ReplicaMember>();
  const journal = new Journal();
  const now = options.now ?? Date.now;
  const state: StateFile =
    options.dataFile === undefined
      ? noStateFile
      : openStateFile(options.dataFile, () => [...members.values()].map((member) => member.state()));
  let own = "";
  const site: Site = {
    members,
    journal,
    now,
    origin: () => options.origin ?? own,
    latencyMs: options.latencyMs ?? 0,
    bench: options.bench ?? false,
    layout: layoutNamed(options.layout ?? "V6"),
  };
  const server = await listen(site, options.port ?? 0);
  own = server.origin;
  return {
    origin: own,
    journal,
    addMember: (spec) => {
      if (members.has(spec.slug)) throw new Error(`the replica has a member ${spec.slug} already`);
      const around = { now, seed: options.seed ?? 1, changed: state.changed };
      const member = new ReplicaMember(spec, around, state.saved(spec.slug));
      members.set(spec.slug, member);
      return member;
    },
    member: (slug) => {
      const member = members.get(slug);
      if (member === undefined) throw new Error(`the replica has no member ${slug}`);
      return member;
    },
    members: () => [...members.values()],
    reset: () => {
      for (const member of members.values()) member.reset();
      journal.clear();
    },
    close: () => server.close(),
  };
}

import { type Invitation, invitationsFrom } from "../invitation/invitation.ts";
import { receivedByDefault, receivedFrom } from "../invitation/received.ts";
import type { RequestKind } from "../journal.ts";
import type { LayoutName } from "../layouts/names.ts";
import { type Language, stringsIn } from "../layouts/strings/languages.ts";
import type { Strings } from "../layouts/strings/table.ts";
import { generatedInvitations } from "../people/generate.ts";
import { type Random, seededRandom, seedFrom } from "../people/random.ts";
import { type Faults, noFaults } from "./faults.ts";
import { ReceivedList, type ReceivedState } from "./received-list.ts";
import { cookiesOf, type MintedSession, newLiAt, newSession, type Session } from "./session.ts";
import type { MemberSpec, PersonSpec } from "./spec.ts";

export interface WithdrawnInvitation extends Invitation {
  /** Milliseconds, by the replica's clock. */
  readonly withdrawnAt: number;
}

/** What is kept of a member over a restart. */
export interface MemberState {
  readonly slug: string;
  readonly pending: readonly Invitation[];
  readonly withdrawn: readonly WithdrawnInvitation[];
  readonly accepted: readonly Invitation[];
  /** Absent in files of before. */
  readonly received?: ReceivedState;
  readonly sessions: readonly Session[];
}

/** What a member needs of the replica. */
export interface MemberSurroundings {
  readonly now: () => number;
  readonly seed: number;
  /** Called after every change that has to outlive the process. */
  readonly changed: () => void;
}

/** One member: the server's own record, which is what tests assert on. */
export class ReplicaMember {
  readonly slug: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly received: ReceivedList;
  readonly people: readonly PersonSpec[];
  /** What goes wrong for this member; change it at any time. */
  readonly faults: Faults = noFaults();
  /** After a challenge every request of the member ends at /checkpoint/challenge. */
  challenged = false;
  readonly #spec: MemberSpec;
  readonly #around: MemberSurroundings;
  readonly #random: Random;
  readonly #counts = new Map<RequestKind, number>();
  #pending: Invitation[];
  #withdrawn: WithdrawnInvitation[] = [];
  #accepted: Invitation[] = [];
  #sessions: Session[] = [];

  constructor(spec: MemberSpec, around: MemberSurroundings, saved?: MemberState) {
    this.slug = spec.slug;
    this.name = spec.name;
    this.email = spec.email;
    this.password = spec.password;
    this.people = spec.people ?? [];
    this.#spec = spec;
    this.#around = around;
    // A restart must not mint the session of the run before again.
    this.#random = seededRandom(seedFrom(`${around.seed} ${spec.slug} ${saved?.sessions.length ?? 0}`));
    this.#pending = [...(saved?.pending ?? this.#invitations())];
    this.#withdrawn = [...(saved?.withdrawn ?? [])];
    this.#accepted = [...(saved?.accepted ?? [])];
    this.#sessions = saved?.sessions.map((session) => ({ ...session })) ?? [];
    this.received = new ReceivedList(this.#receivedAtFirst(), around.changed, saved?.received);
  }

  /** The layout that the faults or the member's spec ask for; null for the replica's own. */
  get layout(): LayoutName | null {
    return this.faults.layout ?? this.#spec.layout ?? null;
  }

  /** The language that the faults or the member's spec ask for. */
  get language(): Language {
    return this.faults.language ?? this.#spec.language ?? "en";
  }

  /** Every word of the member's pages. */
  get strings(): Strings {
    return stringsIn(this.language);
  }

  /** The pending invitations on the server, newest first. */
  pending(): readonly Invitation[] {
    return [...this.#pending];
  }

  /** `count` pending invitations from `start`, without copying the whole list. */
  pendingPage(start: number, count: number): readonly Invitation[] {
    return this.#pending.slice(start, start + count);
  }

  get pendingCount(): number {
    return this.#pending.length;
  }

  find(matches: (invitation: Invitation) => boolean): Invitation | undefined {
    return this.#pending.find(matches);
  }

  /** One that was pending once: a page that was loaded before still shows it. */
  findGone(matches: (invitation: Invitation) => boolean): Invitation | undefined {
    return this.#accepted.find(matches) ?? this.#withdrawn.find(matches);
  }

  /** What was withdrawn, in the order of the acts. */
  withdrawn(): readonly WithdrawnInvitation[] {
    return [...this.#withdrawn];
  }

  /** The person accepts: the invitation leaves the list without a trace. False if it was not pending. */
  accept(id: string): boolean {
    const taken = this.#take(id);
    if (taken === undefined) return false;
    this.#accepted.push(taken);
    this.#around.changed();
    return true;
  }

  accepted(): readonly Invitation[] {
    return [...this.#accepted];
  }

  /** The site's own act; a test that wants one calls the page. */
  withdraw(id: string): WithdrawnInvitation | null {
    const taken = this.#take(id);
    if (taken === undefined) return null;
    const withdrawn = { ...taken, withdrawnAt: this.#around.now() };
    this.#withdrawn.push(withdrawn);
    this.#around.changed();
    return withdrawn;
  }

  /** A signed-in browser's cookies. With a user agent the session is bound to it, as on the real site. */
  mintSession(userAgent?: string): MintedSession {
    const cookies = cookiesOf(this.openSession(userAgent ?? null));
    return userAgent === undefined ? { cookies } : { cookies, userAgent };
  }

  openSession(userAgent: string | null): Session {
    const session = newSession(this.#sessions.length + 1, this.#random, userAgent);
    this.#sessions.push(session);
    this.#around.changed();
    return session;
  }

  sessionOf(liAt: string): Session | undefined {
    return this.#sessions.find((session) => session.liAt === liAt);
  }

  rotate(session: Session): void {
    session.liAt = newLiAt(this.#random);
    this.#around.changed();
  }

  /** Ends every session: the next request with an old cookie is signed out. */
  signOutEverywhere(): void {
    for (const session of this.#sessions) this.rotate(session);
  }

  /** The number of this request among those of its kind, from 1. */
  count(kind: RequestKind): number {
    const n = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, n);
    return n;
  }

  /** How many requests of this kind there have been. */
  counted(kind: RequestKind): number {
    return this.#counts.get(kind) ?? 0;
  }

  /** No faults any more, and the requests are counted from 1 again. */
  clearFaults(): void {
    Object.assign(this.faults, noFaults());
    this.#counts.clear();
    this.challenged = false;
  }

  /** As it was added, with ages counted from now; sessions stay signed in. */
  reset(): void {
    this.clearFaults();
    this.#pending = this.#invitations();
    this.#withdrawn = [];
    this.#accepted = [];
    this.received.reset(this.#receivedAtFirst());
    this.#around.changed();
  }

  state(): MemberState {
    return {
      slug: this.slug,
      pending: this.#pending,
      withdrawn: this.#withdrawn,
      accepted: this.#accepted,
      received: this.received.state(),
      sessions: this.#sessions,
    };
  }

  #take(id: string): Invitation | undefined {
    const index = this.#pending.findIndex((invitation) => invitation.id === id);
    return index < 0 ? undefined : this.#pending.splice(index, 1)[0];
  }

  #receivedAtFirst() {
    const random = seededRandom(seedFrom(`${this.#around.seed} ${this.slug} received`));
    return receivedFrom(this.#spec.received ?? receivedByDefault, this.#around.now(), random);
  }

  #invitations(): Invitation[] {
    const seed = seedFrom(`${this.#around.seed} ${this.slug}`);
    const { generated, invitations = [] } = this.#spec;
    const specs =
      generated === undefined ? invitations : [...invitations, ...generatedInvitations(generated, seed)];
    return invitationsFrom(specs, this.#around.now(), seededRandom(seed));
  }
}

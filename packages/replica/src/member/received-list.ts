import type { ReceivedInvitation } from "../invitation/received.ts";

/** What is kept of the received side over a restart. */
export interface ReceivedState {
  readonly pending: readonly ReceivedInvitation[];
  readonly ignored: readonly ReceivedInvitation[];
  readonly accepted: readonly ReceivedInvitation[];
}

/** The invitations that others sent to a member: the server's own record. */
export class ReceivedList {
  readonly #changed: () => void;
  #pending: ReceivedInvitation[];
  readonly #ignored: ReceivedInvitation[] = [];
  readonly #accepted: ReceivedInvitation[] = [];

  constructor(pending: readonly ReceivedInvitation[], changed: () => void, saved?: ReceivedState) {
    this.#changed = changed;
    this.#pending = [...(saved?.pending ?? pending)];
    this.#ignored.push(...(saved?.ignored ?? []));
    this.#accepted.push(...(saved?.accepted ?? []));
  }

  /** Newest first. */
  pending(): readonly ReceivedInvitation[] {
    return [...this.#pending];
  }

  /** Those of persons: what the People list shows [inferred]. */
  people(): readonly ReceivedInvitation[] {
    return this.#pending.filter(({ kind }) => kind === "person");
  }

  /** In the order of the acts. */
  ignored(): readonly ReceivedInvitation[] {
    return [...this.#ignored];
  }

  accepted(): readonly ReceivedInvitation[] {
    return [...this.#accepted];
  }

  find(id: string): ReceivedInvitation | undefined {
    return this.#pending.find((invitation) => invitation.id === id);
  }

  /** The site's own acts; a test that wants one calls the page. False if it was not pending. */
  ignore(id: string): boolean {
    return this.#move(id, this.#ignored);
  }

  accept(id: string): boolean {
    return this.#move(id, this.#accepted);
  }

  /** The sender takes it back: it leaves without a trace. */
  takeBack(id: string): boolean {
    return this.#move(id, []);
  }

  reset(pending: readonly ReceivedInvitation[]): void {
    this.#pending = [...pending];
    this.#ignored.length = 0;
    this.#accepted.length = 0;
  }

  state(): ReceivedState {
    return { pending: this.#pending, ignored: this.#ignored, accepted: this.#accepted };
  }

  #move(id: string, to: ReceivedInvitation[]): boolean {
    const index = this.#pending.findIndex((invitation) => invitation.id === id);
    if (index < 0) return false;
    to.push(...this.#pending.splice(index, 1));
    this.#changed();
    return true;
  }
}

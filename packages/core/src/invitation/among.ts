import { type InvitationRef, invitationKey } from "./invitation.ts";
import { type ProfileAddress, profileAddress } from "./profile.ts";

/** An invitation by whatever is known of it: a list may give ids and several addresses, a person's own page neither. */
export type Known = Pick<InvitationRef, "id" | "profile" | "direction"> & {
  readonly addresses?: readonly ProfileAddress[];
};

/**
 * Invitations, of which one is found again by its id and, where it or the one that is looked for shows none, by an
 * address of the person: there is at most one pending invitation to a person.
 */
export class Among {
  readonly #ids = new Set<string>();
  /** The addresses of all, and of those that show no id. */
  readonly #all = new Set<string>();
  readonly #idless = new Set<string>();

  constructor(invitations: Iterable<Known> = []) {
    for (const one of invitations) this.add(one);
  }

  add(one: Known): void {
    if (one.id !== null) this.#ids.add(`${sideOf(one)} ${one.id}`);
    for (const mark of marksOf(one)) {
      this.#all.add(mark);
      if (one.id === null) this.#idless.add(mark);
    }
  }

  delete(one: Known): void {
    this.#ids.delete(`${sideOf(one)} ${one.id}`);
    for (const mark of marksOf(one)) {
      this.#all.delete(mark);
      this.#idless.delete(mark);
    }
  }

  has(one: Known): boolean {
    if (one.id !== null && this.#ids.has(`${sideOf(one)} ${one.id}`)) return true;
    const addresses = one.id === null ? this.#all : this.#idless;
    return addresses.size > 0 && marksOf(one).some((mark) => addresses.has(mark));
  }

  /** Whether there is one to the same person, whatever the ids say. */
  hasPerson(one: Known): boolean {
    return this.has(one) || marksOf(one).some((mark) => this.#all.has(mark));
  }
}

function sideOf({ direction = "sent" }: Known): string {
  return direction;
}

function marksOf(one: Known): string[] {
  const linked = one.profile === null ? null : profileAddress(one.profile);
  const known = linked === null ? (one.addresses ?? []) : [...(one.addresses ?? []), linked];
  const marks = known.map(({ kind, key }) => `${sideOf(one)} ${kind} ${key}`);
  // A link that is no address of anybody's is still the same link.
  const bare = linked === null ? invitationKey({ ...one, id: null }) : null;
  return bare === null ? marks : [...marks, bare];
}

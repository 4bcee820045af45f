import { Among } from "../invitation/among.ts";
import { earlierNow } from "../invitation/clock.ts";
import type { Listed } from "../linkedin/list/list.ts";
import { clocksOf } from "../linkedin/visit/visit.ts";
import { comparable } from "../plan/text.ts";
import type { Job } from "./start.ts";

/**
 * Where an invitation of one reading is in a later one. `there`: its id is, or, where one of the two shows no id, its
 * person. `renumbered`: its person is, under another id; nobody has two pending invitations from one member, and after
 * a withdrawal LinkedIn allows no new one for weeks. `namesake`: a row of its name is, that nobody else explains.
 */
export type Found = "there" | "renumbered" | "namesake" | "gone";

/** When the sweep began, and now: ms since 1970, by the earlier of the two clocks. */
export interface Moments {
  readonly began: number;
  readonly now: number;
}

export function momentsOf({ request, visit }: Job): Moments {
  const now = earlierNow(clocksOf(visit));
  return { began: now - (visit.clock.now() - request.startedAt), now };
}

/** One reading of a list against a later one: who is there still, who is gone, and what cannot be told. */
export class Later {
  readonly #there: Among;
  /** Rows of the first list that are not on the later one, by id or person. */
  readonly #missing: readonly Listed[];
  /** Rows of the later list that were not on the first one, by id or person, without those sent meanwhile. */
  readonly #unexplained: readonly Listed[];
  /** Those of them that are certainly older than the sweep: they were somebody's on the first list. */
  readonly #old: readonly Listed[];

  constructor(before: readonly Listed[], after: readonly Listed[], moments: Moments) {
    const known = new Among(before.map((each) => each.invitation));
    this.#there = new Among(after.map((each) => each.invitation));
    this.#missing = before.filter((each) => !this.#there.hasPerson(each.invitation));
    const fresh = after.filter((each) => !known.hasPerson(each.invitation));
    this.#old = fresh.filter((each) => isSentBefore(each, moments.began, moments.now) === true);
    this.#unexplained = fresh.filter(
      (each) => each.invitation.trouble !== null || isSentBefore(each, moments.began, moments.now) !== false,
    );
  }

  find({ invitation }: Listed): Found {
    if (this.#there.has(invitation)) return "there";
    if (this.#there.hasPerson(invitation)) return "renumbered";
    return named(this.#unexplained, invitation).length > 0 ? "namesake" : "gone";
  }

  /** Whether the later list holds an old row that can be nobody's of the first: then absence from it says nothing. */
  isAnother(): boolean {
    return this.#old.some(({ invitation }) => named(this.#missing, invitation).length === 0);
  }

  /**
   * Those of `ours`, which have to be gone, that are not proved to be. Where more old rows are left than there can be
   * without them, and none says whose it is, that is all of them.
   */
  back(ours: readonly Listed[]): readonly Listed[] {
    const others = this.#missing.filter((each) => !ours.includes(each));
    const found = ours.map((each) => ({ each, where: this.find(each) }));
    // A row of that name is rather somebody's whom we did not touch, and whose marks have changed.
    const byName = found.filter(
      ({ each: { invitation }, where }) =>
        where === "namesake" &&
        named(this.#unexplained, invitation).length > named(others, invitation).length,
    );
    if (this.#old.length > others.length + byName.length) return ours;
    const byMark = found.filter(({ where }) => where === "there" || where === "renumbered");
    return [...byMark, ...byName].map(({ each }) => each);
  }
}

/** Whether it was sent before `at`; null where nothing certain is known of its age. */
export function isSentBefore({ invitation }: Listed, at: number, now: number): boolean | null {
  if (invitation.sentAt !== null) return Date.parse(invitation.sentAt) < at;
  return invitation.age === null ? null : now - invitation.age.atLeast < at;
}

function named(listed: readonly Listed[], { name }: { readonly name: string }): readonly Listed[] {
  return listed.filter((each) => comparable(each.invitation.name) === comparable(name));
}

import { dayMs, hourMs, minuteMs } from "../invitation/age.ts";
import type { InvitationSpec } from "../invitation/invitation.ts";
import { firstNames, headlines, lastNames, notes } from "./names.ts";
import { type Random, seededRandom } from "./random.ts";

/** A list of invented people, the same for the same seed. */
export interface GeneratedSpec {
  readonly count: number;
  /** Default: the member's seed. */
  readonly seed?: number;
  /** Ages are spread evenly between these two, in milliseconds. Default 15 minutes and 183 days. */
  readonly newestMs?: number;
  readonly oldestMs?: number;
  /** Share of invitations with a note, 0 to 1. Default 0.3. */
  readonly noteShare?: number;
}

/** Sent invitations expire after about six months (evidence §13.8), so none is older than this by itself. */
const oldestByDefault = 183 * dayMs;

export function generatedInvitations(spec: GeneratedSpec, seed: number): InvitationSpec[] {
  const random = seededRandom(spec.seed ?? seed);
  const newest = spec.newestMs ?? 15 * minuteMs;
  const oldest = spec.oldestMs ?? oldestByDefault;
  const step = spec.count > 1 ? (oldest - newest) / (spec.count - 1) : 0;
  const taken = new Set<string>();
  return Array.from({ length: spec.count }, (_, index) => {
    // A little noise within the step keeps the order and avoids round ages.
    const noise = step === 0 ? 0 : random.next() * Math.min(step / 2, hourMs);
    const ageMs = Math.floor(Math.max(newest, newest + step * index - noise));
    const note = random.next() < (spec.noteShare ?? 0.3) ? { note: random.pick(notes) } : {};
    return { ...personFrom(random, taken), ageMs, headline: random.pick(headlines), ...note };
  });
}

function personFrom(random: Random, taken: Set<string>): { name: string; slug: string } {
  const name = `${random.pick(firstNames)} ${random.pick(lastNames)}`;
  const plain = plainSlug(name);
  const slug = taken.has(plain) ? `${plain}-${random.text(9, "0123456789abcdef")}` : plain;
  taken.add(slug);
  return { name, slug };
}

/** The way LinkedIn makes a first slug of a name: lower case, no accents, hyphens. */
function plainSlug(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/[^a-z0-9]+/g, "-");
}

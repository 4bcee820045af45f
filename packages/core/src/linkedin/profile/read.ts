import { ageSince } from "../../invitation/age.ts";
import { sentAtOfId } from "../../invitation/id.ts";
import type { Invitation } from "../../invitation/invitation.ts";
import { type DataEntry, entriesIn, joinedPushes } from "../list/island.ts";
import type { Listed } from "../list/list.ts";
import { type ProfileShape, readProfile } from "../page/profile.ts";
import { askAgain } from "../visit/ask.ts";
import { type OpenedPage, stopOnTrouble } from "../visit/open.ts";
import { clocksOf, until, type Visit } from "../visit/visit.ts";
import { type PendingSeen, pendingOn } from "./controls.ts";
import { type PersonInData, peopleInData } from "./data.ts";
import type { AskedProfile } from "./open.ts";
import { type PagePerson, shares, whosePage } from "./person.ts";

/** A profile that was opened and read. */
export type ProfileReading =
  | {
      readonly kind: "read";
      readonly meant: Listed;
      /** Everybody else whom the page's data name: a request for one of them is none of ours. */
      readonly others: readonly Listed[];
      readonly shape: ProfileShape;
      readonly pending: Exclude<PendingSeen, { kind: "ambiguous" }>;
    }
  /** It cannot be told whose page it is, or whose Pending: nothing on it may be pressed. */
  | { readonly kind: "refused"; readonly name: string; readonly why: string };

const readWithinMs = 12_000;
/** A page that shows no Pending may still be drawing it. */
const quietMs = 1_200;

/** Reads the opened profile once it is at rest. Throws SweepStop. */
export async function readProfilePage(
  visit: Visit,
  page: OpenedPage,
  asked: AskedProfile,
): Promise<ProfileReading> {
  let state = "";
  let since = visit.clock.now();
  const found = await until<ProfileReading>(visit, readWithinMs, async () => {
    stopOnTrouble(visit, null);
    const shape = await askAgain(visit, readProfile, null);
    const reading = understandProfile(visit, page.page.scripts, shape, asked);
    const now = JSON.stringify([reading.kind, shape.url, shape.headings, shape.controls, shape.offers]);
    if (now !== state) since = visit.clock.now();
    state = now;
    const quiet = visit.clock.now() - since > quietMs;
    if (showsPending(reading)) return shape.ready || quiet ? reading : null;
    return shape.ready && quiet ? reading : null;
  });
  return found ?? { kind: "refused", name: "", why: "the page was never at rest" };
}

function showsPending(reading: ProfileReading): boolean {
  return reading.kind === "read" && reading.pending.kind === "pending";
}

function understandProfile(
  visit: Visit,
  scripts: readonly string[],
  shape: ProfileShape,
  asked: AskedProfile,
): ProfileReading {
  const answers = visit.tab
    .exchanges(visit.since)
    .flatMap((exchange) => (exchange.kind === "fetch" && exchange.text !== null ? [exchange.text] : []));
  const texts = [...scripts, ...answers];
  const people = peopleInData(texts);
  const entries = onceEach([joinedPushes(scripts), ...texts].flatMap((text) => entriesIn(text)));
  const whose = whosePage({ asked: asked.address, shape, people, entries });
  if (whose.kind === "refused") return { kind: "refused", name: shape.headings[0] ?? "", why: whose.why };
  const { person } = whose;
  const pending = pendingOn(shape.controls, person, shape.people);
  if (pending.kind === "ambiguous") return { kind: "refused", name: person.name, why: pending.why };
  if (pending.kind === "none" && person.entry !== null)
    return {
      kind: "refused",
      name: person.name,
      why: "the page's data hold an invitation to this person, and the page shows no Pending",
    };
  // That nothing is pending needs evidence, too: a card with something else to do in it.
  if (pending.kind === "none" && shape.offers === 0)
    return { kind: "refused", name: person.name, why: "the page shows nothing to do with this person" };
  const meant = listedOf(visit, asked, person, pending);
  return { kind: "read", meant, others: othersIn(people, entries, person), shape, pending };
}

function listedOf(visit: Visit, asked: AskedProfile, person: PagePerson, pending: PendingSeen): Listed {
  const id = person.entry?.id ?? null;
  const sentAt = id === null ? null : sentAtOfId(id);
  const label = pending.kind === "pending" ? (pending.own[0]?.name ?? "") : "";
  const invitation: Invitation = {
    ...strange,
    id,
    profile: asked.path,
    name: person.name,
    sentAt: sentAt === null ? null : new Date(sentAt).toISOString(),
    addresses: person.addresses,
    age: sentAt === null ? null : ageSince(sentAt, clocksOf(visit)),
  };
  return {
    invitation,
    target: { profileHref: null, label, name: person.name },
    entry: person.entry,
    page: 0,
  };
}

/** An invitation of which nothing is known yet. */
const strange: Invitation = {
  id: null,
  profile: null,
  name: "",
  sentAt: null,
  direction: "sent",
  headline: "",
  addresses: [],
  label: null,
  hasNote: false,
  age: null,
  trouble: null,
};

function othersIn(
  people: readonly PersonInData[],
  entries: readonly DataEntry[],
  person: PagePerson,
): Listed[] {
  const known = [...people.map((each) => ({ ...each, id: null })), ...entries];
  return known
    .filter(({ id, addresses }) => id !== person.entry?.id && !shares(addresses, person.addresses))
    .map(({ id, name, addresses }) => ({
      invitation: { ...strange, id, name, addresses },
      target: null,
      entry: null,
      page: 0,
    }));
}

function onceEach(entries: readonly DataEntry[]): DataEntry[] {
  return entries.filter((entry, i) => entries.findIndex((other) => other.id === entry.id) === i);
}

import { isAccepting, isIgnoring } from "../act/names.ts";
import type { Exchange, Intended } from "../visit/tab.ts";
import type { Visit } from "../visit/visit.ts";
import { type DataEntry, entriesIn, joinedPushes, mentionsInvitations } from "./island.ts";
import type { ListKind } from "./listKind.ts";
import { voyagerEntries } from "./voyager.ts";

/** The page's own requests for more of the list. */
export function listRequests(visit: Visit): Exchange[] {
  return visit.tab
    .exchanges(visit.since)
    .filter(
      (e) =>
        e.kind === "fetch" &&
        /pagination|invitation/i.test(e.url) &&
        !/withdraw|closeInvitations/i.test(`${e.url}${e.requestBody ?? ""}`) &&
        !isAnswer({ method: e.method, url: e.url, body: e.requestBody }),
    );
}

const isAnswer = (request: Intended) => isIgnoring(request) || isAccepting(request);

/** A last page is small and holds no invitation; a large page without ids is a broken one, not the end [V]. */
export function isEndPage({ status, text }: Exchange): boolean {
  return status === 200 && text !== null && text.length < 2_000 && !mentionsInvitations(text);
}

export function failuresInARow(asked: readonly Exchange[]): number {
  let count = 0;
  for (const exchange of [...asked].reverse()) {
    if (!exchange.ended || (exchange.failure === null && (exchange.status ?? 500) < 400)) break;
    count++;
  }
  return count;
}

/**
 * What the page's own data say of its invitations, taken in as it arrives: the answers themselves are not kept, so
 * that a list of thousands takes no more memory than its entries.
 */
export class EntryBook {
  readonly #found = new Map<string, DataEntry>();
  readonly #direction: ListKind["direction"];
  #read = -1;

  constructor(scripts: readonly string[], direction: ListKind["direction"]) {
    this.#direction = direction;
    this.#take([joinedPushes(scripts), ...scripts]);
  }

  /** Takes in what was answered since the last time. */
  takeIn(asked: readonly Exchange[]): void {
    const fresh = asked.filter((exchange) => exchange.n > this.#read);
    for (const exchange of fresh) {
      // In order: one that is still on its way is waited for.
      if (!exchange.ended) break;
      if (exchange.text !== null) this.#take([exchange.text]);
      this.#read = exchange.n;
    }
  }

  entries(): DataEntry[] {
    return [...this.#found.values()];
  }

  #take(texts: readonly string[]): void {
    for (const entry of texts.flatMap((text) => [
      ...entriesIn(text, this.#direction),
      ...this.#voyager(text),
    ]))
      if (!this.#found.has(entry.id)) this.#found.set(entry.id, entry);
  }

  /** What is known of that answer is the sent side's. */
  #voyager(text: string): DataEntry[] {
    return this.#direction === "sent" ? voyagerEntries(text) : [];
  }
}

import type { LedgerEvent, LedgerFact } from "@lapse/core/ledger/event";
import type { Member } from "@lapse/core/member/member";
import type { Reading } from "@lapse/core/reading/reading";
import type { Table } from "../../../src/store/table.ts";
import { testTable } from "../../support/database.ts";
import { aMember, connected, monday } from "../../support/member.ts";
import { aReading } from "../../support/reading.ts";
import { pages } from "../../support/web.ts";

/** The previews of one file's tests: a table, and new members in it. */
export function previewStage() {
  const table = testTable();
  let count = 0;
  return {
    table,
    /** A new member, connected and not started, with a list that was read; their browser and what it sends. */
    somebody: (reading: Reading | null = aReading(60), changes: Partial<Member> = {}) =>
      connectedMember(table(), `connected-${++count}`, reading, changes),
  };
}

async function connectedMember(table: Table, id: string, reading: Reading | null, changes: Partial<Member>) {
  const web = pages(table);
  await web.all.add(aMember(id, { startedAt: null, ...changes }));
  await web.all.sessionSealed(id, "v1", connected(monday));
  if (reading !== null) await web.readings.put(id, reading);
  const headers = await web.signIn(id);
  const ledger = web.ports.ledgerOf(id);
  const get = async (path = "/preview") => (await web.app.request(path, { headers })).text();
  return {
    ...{ ...web, id, headers, get },
    send: (path: string, fields: Readonly<Record<string, string>> = {}) => web.post(path, fields, headers),
    /** Confirms what a page shows that is opened now. */
    start: async () => web.post("/start", { shown: shownIn(await get()) }, headers),
    member: () => web.all.get(id),
    events: () => ledger.read(),
    happened: (fact: LedgerFact) =>
      ledger.append({ ...fact, at: web.clock.now, run: "earlier", account: null }),
  };
}

/** The mark of what a preview shows, which its start sends back. */
export const shownIn = (page: string) => /name="shown" value="([^"]*)"/.exec(page)?.[1] ?? "none";

export const announcedIn = (events: readonly LedgerEvent[]) =>
  events.flatMap((event) => (event.kind === "announced" ? event.upcoming : []));

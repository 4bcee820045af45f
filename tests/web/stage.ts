import type { LedgerFact } from "@lapse/core/ledger/event";
import type { Member } from "@lapse/core/member/member";
import type { Reading } from "@lapse/core/reading/reading";
import type { WebPorts } from "@lapse/functions/web/app";
import { serve } from "@lapse/local/stack/serve";
import type { Database } from "../../packages/functions/test/support/dynamo.ts";
import { aMember, connected, monday } from "../../packages/functions/test/support/member.ts";
import { pages } from "../../packages/functions/test/support/web.ts";

export const day = 86_400_000;

/** A member with what a page can show of them. Times in ms. */
export interface Person {
  readonly member?: Partial<Member>;
  readonly reading?: Reading;
  /** The newest last; each happened so many days before the stage's now. */
  readonly events?: readonly { readonly daysAgo: number; readonly fact: LedgerFact }[];
}

export type Pages = ReturnType<typeof pages>;

/** The pages on an address of their own, over a table of their own. */
export interface Stage extends Pages {
  readonly origin: string;
  /** Adds a member; resolves to the cookie of a browser in which they are signed in. */
  person(id: string, person?: Person): Promise<string>;
  stop(): Promise<void>;
}

export async function openStage(database: Database, changes: Partial<WebPorts> = {}): Promise<Stage> {
  const table = await database.table();
  // Its own address is the one that forms may come from, and it is known only once it is served.
  const served = await serve(
    () =>
      (...request) =>
        made.app.fetch(...request),
    0,
  );
  const made = pages(table, { webOrigin: served.origin, ...changes });
  const person = async (id: string, { member = {}, reading, events = [] }: Person = {}) => {
    const { session = "none", ...rest } = member;
    await made.all.add(aMember(id, { startedAt: null, ...rest }));
    if (session !== "none")
      await made.all.sessionSealed(id, "v1", { ...connected(monday), account: "/in/ada-example" });
    if (session === "out-of-use") await made.all.sessionRetired(id, "v1");
    if (reading !== undefined) await made.readings.put(id, reading);
    const ledger = made.ports.ledgerOf(id);
    for (const { daysAgo, fact } of events)
      await ledger.append({
        ...fact,
        at: monday - daysAgo * day,
        run: `run-${daysAgo}`,
        account: "/in/ada-example",
      });
    return (await made.signIn(id)).cookie;
  };
  return { ...made, origin: served.origin, person, stop: served.stop };
}

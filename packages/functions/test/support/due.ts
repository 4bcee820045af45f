import { claimDue } from "../../src/store/due.ts";
import type { Table } from "../../src/store/table.ts";

/** Asked as the dispatcher asks, at `now` (ms since 1970); whoever is due then is claimed by it. */
export async function isDue(table: Table, id: string, now: number): Promise<boolean> {
  for await (const each of claimDue(table, now, 1)) if (each.ok && each.member.id === id) return true;
  return false;
}

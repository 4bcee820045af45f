import type { LeaseStore, LedgerStore } from "@lapse/core/ledger/store";

/** A ledger and a lease of nobody else, in memory. */
export function ownStores(): { ledger: LedgerStore; lease: LeaseStore } {
  const events: Awaited<ReturnType<LedgerStore["read"]>>[number][] = [];
  return {
    ledger: { read: async () => [...events], append: async (event) => void events.push(event) },
    lease: { acquire: async () => true, renew: async () => true, release: async () => undefined },
  };
}

import type { LedgerEvent } from "./event.ts";

/**
 * One member's ledger. `append` resolves only when the event would survive a power cut. Where it rejects nothing may be
 * done on the strength of the event; RecordUnwritable says why in words, and ends a sweep with a result.
 */
export interface LedgerStore {
  read(): Promise<readonly LedgerEvent[]>;
  append(event: LedgerEvent): Promise<void>;
}

/** At most one sweep of a member at a time. */
export interface LeaseStore {
  /** False where another live run holds it. A dead holder (or, where that cannot be told, an expired one) is taken over. */
  acquire(run: string, ttlMs: number): Promise<boolean>;
  /** Prolongs the lease; false where it was lost, and then nothing more may be clicked. */
  renew(run: string, ttlMs: number): Promise<boolean>;
  release(run: string): Promise<void>;
}

import type { Sealing } from "../config.ts";
import { encryptionSdkSealer } from "../sealing/sealer.ts";
import { type SessionStore, sessionStore } from "../store/sessions.ts";
import type { Table } from "../store/table.ts";
import { world } from "./world.ts";

/** The sealed sessions: for the web, which seals, and the sweep, which opens. */
export function sealedSessions(table: Table, sealing: Sealing): SessionStore {
  return sessionStore(table, encryptionSdkSealer(sealing), world.now, world.newId);
}

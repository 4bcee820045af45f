import { ageInDays } from "../../invitation/age.ts";
import type { LedgerFact } from "../../ledger/event.ts";
import type { Listed } from "../../linkedin/list/list.ts";
import type { AskedProfile } from "../../linkedin/profile/open.ts";
import type { Visit } from "../../linkedin/visit/visit.ts";
import { refOf } from "../board.ts";
import type { SweepPorts, SweepRequest } from "../ports.ts";
import type { ItemState, SweepItem } from "../result.ts";

/** What one withdrawal on a person's page reaches the world through. It asks no policy: the member names the person. */
export interface ProfilePorts
  extends Pick<
    SweepPorts,
    "openTab" | "clock" | "ledger" | "lease" | "signal" | "halted" | "onCookies" | "onProgress"
  > {
  /** Why it is not to be done after all, as a clause for the member; null to go on. Asked before the click that counts. */
  readonly hindered?: () => Promise<string | null>;
}

export interface ProfileRequest
  extends Pick<SweepRequest, "run" | "site" | "session" | "preview" | "startedAt" | "budgetMs"> {
  readonly profile: AskedProfile;
}

/** One run, and what is known of it so far. */
export class ProfileRun {
  readonly ports: ProfilePorts;
  readonly request: ProfileRequest;
  readonly visit: Visit;
  account: string | null = null;
  item: SweepItem | null = null;
  /** Whether an intent is on record, and what became of it is not. */
  open = false;

  constructor(ports: ProfilePorts, request: ProfileRequest, visit: Visit) {
    this.ports = ports;
    this.request = request;
    this.visit = visit;
  }

  /** Writes to the ledger; a preview leaves nothing there. */
  async write(fact: LedgerFact): Promise<void> {
    if (this.request.preview) return;
    const at = this.ports.clock.now();
    await this.ports.ledger.append({ ...fact, at, run: this.request.run, account: this.account });
    this.open = fact.kind === "intent";
  }

  set(listed: Listed, state: ItemState, reason: string): void {
    this.item = {
      ...refOf(listed),
      direction: "sent",
      ageDays: ageInDays(listed.invitation.age),
      state,
      reason,
    };
  }

  /** For a page on which nobody can tell whose invitation is whose. */
  setUnreadable(name: string, reason: string): void {
    const { path } = this.request.profile;
    const ref = { id: null, profile: path, name: name === "" ? path : name, sentAt: null };
    this.item = { ...ref, direction: "sent", ageDays: null, state: "unreadable", reason };
  }
}

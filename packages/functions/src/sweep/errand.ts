import type { Member } from "@lapse/core/member/member";
import type { SweepOutcome } from "@lapse/core/sweep/result";
import type { SecretLog } from "../log/secretLog.ts";
import type { SweepMessage } from "../queue/sweepMessage.ts";
import type { SweepPorts } from "./ports.ts";

export type ErrandMessage = Exclude<SweepMessage, { kind: "sweep" }>;

/** What a member is told of what they asked for. */
export interface Told {
  readonly outcome: SweepOutcome;
  readonly message: string;
}

/** When an errand has to be over, both in ms since 1970. */
export interface Times {
  /** The worker's own end. */
  readonly deadline: number;
  /** From then on the pages call it over, and nothing of it may be begun. */
  readonly waitedUntil: number;
}

/** One errand of a member who is there. Throws for a fault of ours. */
export type CarryOut<Kind extends ErrandMessage["kind"]> = (
  member: Member,
  message: Extract<ErrandMessage, { kind: Kind }>,
  times: Times,
  ports: SweepPorts,
  secret: SecretLog,
) => Promise<Told>;

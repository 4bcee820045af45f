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

/** One errand of a member who is there; the deadline in ms since 1970. Throws for a fault of ours. */
export type CarryOut<Kind extends ErrandMessage["kind"]> = (
  member: Member,
  message: Extract<ErrandMessage, { kind: Kind }>,
  deadline: number,
  ports: SweepPorts,
  secret: SecretLog,
) => Promise<Told>;

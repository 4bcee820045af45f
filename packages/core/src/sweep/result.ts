import type { InvitationRef } from "../invitation/invitation.ts";

/** What became of one row; the meanings are those of the sweep command's contract. */
export type ItemState =
  | "withdrawn"
  | "due"
  | "kept"
  | "fresh"
  | "answered"
  | "unverified"
  | "failed"
  | "unreadable"
  | "ignored";

export interface SweepItem extends InvitationRef {
  readonly direction: "sent" | "received";
  /** Whole days that enclose the truth: `atLeast` rounded down, `atMost` up. Null where nothing is known. */
  readonly ageDays: { readonly atLeast: number; readonly atMost: number | null } | null;
  readonly state: ItemState;
  /** The rule that decided, in words. */
  readonly reason: string;
}

export type SweepOutcome =
  | "done"
  | "nothing-due"
  | "capped"
  | "out-of-time"
  | "paused"
  | "previewed"
  | "belt"
  | "signed-out"
  | "challenged"
  | "wrong-account"
  | "rate-limited"
  | "blocked"
  | "unreachable"
  | "page-drift"
  | "unverified"
  | "busy"
  | "interrupted";

export interface SweepResult {
  readonly outcome: SweepOutcome;
  /** One sentence for the member: what happened and who has to act. */
  readonly message: string;
  readonly pending: number | null;
  readonly read: number;
  readonly items: readonly SweepItem[];
  /** ISO 8601. */
  readonly startedAt: string;
  readonly endedAt: string;
}

/** Who has to act after an outcome, and whether the same sweep tried again later can help. */
export type Actor = "nobody" | "member" | "operator" | "us";

export const outcomeFacts: Readonly<
  Record<SweepOutcome, { readonly exitStatus: number; readonly actor: Actor; readonly retry: boolean }>
> = {
  done: { exitStatus: 0, actor: "nobody", retry: false },
  "nothing-due": { exitStatus: 0, actor: "nobody", retry: false },
  capped: { exitStatus: 0, actor: "nobody", retry: true },
  "out-of-time": { exitStatus: 0, actor: "nobody", retry: true },
  paused: { exitStatus: 0, actor: "nobody", retry: false },
  previewed: { exitStatus: 0, actor: "nobody", retry: false },
  belt: { exitStatus: 3, actor: "member", retry: false },
  "signed-out": { exitStatus: 3, actor: "member", retry: false },
  challenged: { exitStatus: 3, actor: "member", retry: false },
  "wrong-account": { exitStatus: 3, actor: "member", retry: false },
  "rate-limited": { exitStatus: 4, actor: "nobody", retry: true },
  blocked: { exitStatus: 4, actor: "member", retry: false },
  unreachable: { exitStatus: 4, actor: "nobody", retry: true },
  "page-drift": { exitStatus: 5, actor: "us", retry: false },
  unverified: { exitStatus: 6, actor: "us", retry: false },
  busy: { exitStatus: 7, actor: "nobody", retry: true },
  interrupted: { exitStatus: 8, actor: "nobody", retry: true },
};

import type { Session } from "@lapse/core/session/session";
import type { Members } from "../store/members.ts";
import type { SessionStore } from "../store/sessions.ts";

export interface ConnectPorts {
  readonly members: Members;
  readonly sessions: Pick<SessionStore, "seal">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Takes a member's session: seals it on receipt, in place of any other, and has the member swept from now on. False
 * where there is no such member; then nothing was stored.
 */
export async function connectSession(
  memberId: string,
  session: Session,
  { members, sessions, now }: ConnectPorts,
): Promise<boolean> {
  if ((await members.get(memberId)) === null) return false;
  const version = await sessions.seal(memberId, session);
  return members.sessionSealed(memberId, version, {
    ...{ firstSweepAt: now(), connectedAt: now(), account: session.member ?? null },
  });
}

import { makeRedactor, type Redactor } from "@lapse/core/session/redact";
import type { Session } from "@lapse/core/session/session";
import type { Log } from "./log.ts";

/** A log through which secrets are masked from the moment they are known. */
export interface SecretLog {
  readonly log: Log;
  /** From here on, nothing of this session appears, nor of those that were named before. */
  readonly hide: (session: Session) => void;
}

export function secretLog(log: Log): SecretLog {
  const redactors: Redactor[] = [];
  return {
    log: log.hiding((text) => redactors.reduce((masked, redact) => redact(masked), text)),
    hide: (session) => void redactors.push(makeRedactor(session)),
  };
}

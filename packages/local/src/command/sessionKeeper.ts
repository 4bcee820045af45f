import { makeRedactor, type Redactor } from "@lapse/core/session/redact";
import { renewedSession } from "@lapse/core/session/renew";
import type { Session } from "@lapse/core/session/session";
import { writeSessionBack } from "./sessionFile.ts";

/** Keeps the session and its file in step, and masks every value that the session ever had. */
export class SessionKeeper {
  readonly #file: string;
  session: Session;
  #redactors: Redactor[];

  constructor(file: string, session: Session) {
    this.#file = file;
    this.session = session;
    this.#redactors = [makeRedactor(session)];
  }

  readonly clean = (text: string): string => this.#redactors.reduce((masked, redact) => redact(masked), text);

  renew(jar: Session["cookies"]): void {
    const renewed = renewedSession(this.session, jar);
    if (renewed === null) return;
    this.#redactors.push(makeRedactor(renewed));
    this.session = renewed;
    writeSessionBack(this.#file, renewed);
  }
}

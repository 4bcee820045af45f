import { makeRedactor, type Redactor } from "@lapse/core/session/redact";
import { renewedSession } from "@lapse/core/session/renew";
import type { Session } from "@lapse/core/session/session";
import { writeSessionBack } from "./sessionFile.ts";

/** Keeps the session and its file in step, and masks every value that the session ever had. */
export class SessionKeeper {
  readonly #file: string;
  session: Session;
  #redactors: Redactor[];

  readonly #report: (line: string) => void;

  /** @param report takes a line for the person who runs the command */
  constructor(file: string, session: Session, report: (line: string) => void) {
    this.#file = file;
    this.#report = report;
    this.session = session;
    this.#redactors = [makeRedactor(session)];
  }

  readonly clean = (text: string): string => this.#redactors.reduce((masked, redact) => redact(masked), text);

  renew(jar: Session["cookies"]): void {
    const renewed = renewedSession(this.session, jar);
    if (renewed === null) return;
    this.#redactors.push(makeRedactor(renewed));
    this.session = renewed;
    try {
      writeSessionBack(this.#file, renewed);
    } catch (cause) {
      // What was clicked is told all the same; the file has the cookies that it had.
      const { code = "no code" } = cause as NodeJS.ErrnoException;
      this.#report(
        `the cookies that LinkedIn renewed could not be written into ${this.#file} (${code}): its session may end sooner.`,
      );
    }
  }
}

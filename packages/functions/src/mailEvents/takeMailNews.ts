import type { Log } from "../log/log.ts";
import type { MemberLedger } from "../store/ledger.ts";
import type { Members } from "../store/members.ts";
import { isMemberId } from "../store/table.ts";
import type { MailNews } from "./event.ts";

export interface MailNewsPorts {
  readonly members: Pick<Members, "get" | "stopMail" | "clearGone">;
  readonly ledgerOf: (memberId: string) => Pick<MemberLedger, "read" | "noteFeedback">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/** `nobodys`: it is about a code, or about somebody who is no member, or none any more. `known`: it was said before. */
export type MailNewsTaken = "noted" | "known" | "nobodys";

/**
 * Writes down that a mail came back, and ends the mails where more would come back, too. Events come at least once and
 * in any order, and a repeated one, days later even, must not end the mails of a member who has turned them on since:
 * so the ledger is asked first, and written last.
 */
export async function takeMailNews(
  { about, feedback, stops }: MailNews,
  { members, ledgerOf, now, log }: MailNewsPorts,
): Promise<MailNewsTaken> {
  if (about === null || about.kind === "code" || !isMemberId(about.member)) return "nobodys";
  const { kind: mail, member: memberId, run } = about;
  if ((await members.get(memberId)) === null) return "nobodys";

  const ledger = ledgerOf(memberId);
  const noted = (await ledger.read()).some(
    (event) =>
      event.kind === "mail-feedback" &&
      event.mail === mail &&
      event.run === run &&
      event.feedback === feedback,
  );
  if (noted) return "known";
  if (stops !== null && (await members.stopMail(memberId, stops)))
    log.info("the mails of a member ended", { memberId, runId: run, why: stops });
  await ledger.noteFeedback({ kind: "mail-feedback", mail, feedback, at: now(), run, account: null });
  // Who left meanwhile left before this was written.
  await members.clearGone(memberId);
  return "noted";
}

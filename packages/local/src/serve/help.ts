import { dataOptionHelp } from "../command/dataFolder.ts";

export const serveHelp = `Usage: lapse serve [options]

Runs all of Lapse on this computer, for one or a few members, until Ctrl-C: the pages on
127.0.0.1, a sweep a day for each member, the digests. It withdraws nothing for a member
who has not pressed "Start the clean-up". Ctrl-C finishes the click in hand first.

${dataOptionHelp}
  --port N         the pages' port (default: that of the last time, at first 4180)
  --site ORIGIN    the site to work on (default https://www.linkedin.com); a directory
                   belongs to one site
  --help           this text

Mail, from the environment:
  LAPSE_SMTP_URL    smtps://user:password@host, or smtp://user:password@host:587
  LAPSE_SES_REGION  or Amazon SES in this region, with AWS credentials as usual
  LAPSE_MAIL_FROM   the sender, needed with either: "Lapse <lapse@example.org>"
  with neither, mails stay on this computer, on an inbox page whose address is printed

  LAPSE_WEB_ORIGIN  where members reach the pages, when a proxy of yours leads to them;
                    links in mails begin with it
  LAPSE_CHROME      the browser to use

Exit status: 0 stopped, 1 could not start, 2 bad option.

See docs/self-hosting.md for starting it with the computer, back-ups and updates.
LinkedIn's user agreement forbids automation: the account is yours to risk.
`;

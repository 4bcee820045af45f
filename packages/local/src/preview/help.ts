import { dataOptionHelp } from "../command/dataFolder.ts";

export const previewHelp = `Usage: lapse preview [options]

Reads a member's list on the site now, with the member's own session or browser profile,
and says what the member's rules would do with it, and when. It clicks nothing and opens
no dialog. The member's own page shows the same from then on.

  --member EMAIL   the member (needed where there are several)
${dataOptionHelp}
  --json           one JSON document on standard output
  --help           this text

Exit status: 0 read, 1 where there is no member or no connection, 2 bad option, 3 the
member has to act (signed-out, challenged, wrong-account), 4 the site refuses or fails
(rate-limited, blocked, unreachable), 5 page-drift, 7 a sweep is running, 8 interrupted.

LinkedIn's user agreement forbids automation: the account is yours to risk.
`;

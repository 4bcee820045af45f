import { dataOptionHelp } from "../command/dataFolder.ts";

export const exportHelp = `Usage: lapse export [options]

Everything that is stored about a member, but for the session: each invitation as it
stands, and the whole ledger. The same files are on the member's own pages.

  --member EMAIL   the member (needed where there are several)
  --format FORMAT  json, or csv for a spreadsheet (default json)
  --out FILE       a new file, readable for you alone (default: standard output)
${dataOptionHelp}
  --json           the same as --format json
  --help           this text

Exit status: 0, 1 where there is no member, 2 bad option or file.
`;

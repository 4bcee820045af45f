import { dataOptionHelp } from "../command/dataFolder.ts";

export const statusHelp = `Usage: lapse status [options]

How things stand: whether everything is stopped ('lapse stop'), and for each member the
connection, what the last sweep did, when the next sweep and the next digest are, what is
wrong, and who has to act. It changes nothing and opens no browser. It asks the 'lapse
serve' that runs, or opens its data for a moment.

${dataOptionHelp}
  --table NAME     of a table on AWS: whether everything is stopped; nothing of members
  --json           one JSON document on standard output
  --help           this text

Exit status: 0, 1 where there is nothing to look at, 2 bad option.
`;

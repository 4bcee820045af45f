import { placeOptionHelp } from "../command/place.ts";

export const leaveHelp = `Usage: lapse leave --member WHO [--member WHO ...] [options]

Deletes members, each with everything that is stored about them: session, rules, list,
ledger, sign-ins, address. It is what "Delete everything" on their own pages does, and
cannot be undone. A sweep that runs makes no further click for them. LinkedIn is not
asked: what was withdrawn stays so, what is pending stays pending.

  --member WHO     a member's id, as in the logs, or their address
  --members FILE   the same from a file, one a line
  --yes            without asking; needed where there is no terminal to ask at
${placeOptionHelp}
  --json           one JSON document on standard output
  --help           this text

It says whom it would delete, then asks. An address is looked for among all members. Who
is no member is named, and what was left over of that id is deleted. After an end half
way, run it again with the ids that it printed: it does what is left.

Exit status: 0 deleted (who was no member is named beside), 1 none of them is a member,
the answer was not yes, or it could not be done, 2 bad option or file, 8 interrupted:
those who were not yet deleted are named.
`;

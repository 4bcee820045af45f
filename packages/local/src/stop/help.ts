import { placeOptionHelp } from "../command/place.ts";

export const stopHelp = `Usage: lapse stop [options]

Stops everything: no sweep is sent, no browser opened and nothing clicked on LinkedIn, for
any member, until 'lapse resume'. A sweep that runs finishes the click in hand and proves
it, and makes no other. Pages and mails go on. It works while 'lapse serve' runs, and does
not end it.

  --reason TEXT    why, for 'lapse status'; members are not shown it
${placeOptionHelp}
  --json           one JSON document on standard output
  --help           this text

Nobody loses their turn: who was due is swept once it is lifted. What is run from files
('lapse sweep', 'lapse withdraw', 'lapse doctor') has no members and does not ask.

Exit status: 0 stopped, 1 where that could not be done, 2 bad option.
`;

export const resumeHelp = `Usage: lapse resume [options]

Lifts what 'lapse stop' did. Whoever is due is swept again from the next time that due
sweeps are looked for, at the latest two hours later.

${placeOptionHelp}
  --json           one JSON document on standard output
  --help           this text

Exit status: 0 nothing is stopped now, 1 where that could not be done, 2 bad option.
`;

export const withdrawHelp = `Usage: lapse withdraw --profile URL --session FILE [options]

Withdraws the one pending invitation to a person, by the Pending control on their own
page, and proves it there, once more on a fresh load. You name the person, so no age and
no keep-list is asked; it counts against the day's limit of later sweeps.

  --profile URL          the person's profile link, in any form that LinkedIn prints
                         (required)
  --session FILE         the member's session, JSON, as for 'lapse sweep' (required)
  --site ORIGIN          the site to work on (default https://www.linkedin.com)
  --data DIR             where the ledger of the sweeps lives; one DIR a member
                         (default .lapse)
  --preview              look only: nothing is clicked
  --time-budget SECONDS  stop cleanly before this much time has passed (default 780)
  --json                 one JSON document on standard output, as of 'lapse sweep'
  --help                 this text

Where the page does not prove whose it is, or shows somebody else's Pending as well,
nothing is clicked.

Exit status: 0 ended well (done, nothing-due, out-of-time, paused, previewed), 2 bad
option or file, 3 the member has to act (signed-out, challenged, wrong-account), 4 the
site refuses or fails (rate-limited, blocked, unreachable), 5 page-drift, 6 unverified,
7 busy, 8 interrupted.

LinkedIn's user agreement forbids automation: the account is yours to risk. A withdrawal
cannot be undone, and a new invitation to that person can be blocked for three weeks.
`;

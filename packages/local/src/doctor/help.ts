export const doctorHelp = `Usage: lapse doctor --session FILE [options]

Opens the Sent list with a session and says what Lapse understands of it: layout,
language, rows, ages, ids, controls, and which known mark is missing. It withdraws
nothing and opens no dialog; it presses only what loads more of the list. What it
prints holds no name, text, address, id or cookie: send it when something breaks.

  --session FILE   the member's session, JSON, as for 'lapse sweep' (required)
  --site ORIGIN    the site to look at (default https://www.linkedin.com)
  --skeleton       also print the page's skeleton: tags, roles, names of attributes
  --json           one JSON document on standard output, skeleton included
  --help           this text

Cookies that the site renews are written back into FILE; no other file is written.

Exit status: 0 understood, 2 bad option or file, 3 the member has to act (signed-out,
challenged, wrong-account), 4 the site refuses or fails (rate-limited, blocked,
unreachable), 5 page-drift, 8 interrupted.

LinkedIn's user agreement forbids automation: the account is yours to risk.
`;

export const sweepHelp = `Usage: lapse sweep --policy FILE --session FILE [options]

One sweep of one member's invitations: read the Sent list, withdraw what the policy
allows, oldest first, and prove each withdrawal. Started by hand it is the member's own
explicit start; with --preview nothing is clicked.

  --policy FILE          the member's policy, JSON (required)
  --session FILE         the member's session, JSON: {"cookies": [{"name", "value"}],
                         "userAgent"?, "member"?: "/in/slug"} (required)
  --site ORIGIN          the site to work on (default https://www.linkedin.com)
  --data DIR             where the ledger of earlier sweeps lives; one DIR a member
                         (default .lapse)
  --preview              read and plan only
  --pace SECONDS         mean pause between two withdrawals; 0 only on a loopback
                         address (default: the policy's, 12 to 45 seconds)
  --time-budget SECONDS  stop cleanly before this much time has passed (default 780)
  --json                 one JSON document on standard output
  --help                 this text

Policy keys and defaults: olderThanDays 30, perDay 10, noticeDays 7, keep.profiles [],
keep.words [], keep.withNote false, keep.newest 0, onlyWhenPendingOver 0,
received.ignoreOlderThanDays null, paused false, timezone "UTC", digest.day "monday",
digest.hour 9.

With received.ignoreOlderThanDays (7 to 365) the invitations that other people sent, and
that are certainly older, are ignored after the sent ones: the same keep rules, and one
perDay for both. Lapse never accepts one.

Exit status: 0 ended well (done, nothing-due, capped, out-of-time, paused, previewed),
2 bad option or file, 3 the member has to act (belt, signed-out, challenged,
wrong-account), 4 the site refuses or fails (rate-limited, blocked, unreachable),
5 page-drift, 6 unverified, 7 busy, 8 interrupted.

After page-drift, DIR/drift holds what the page was made of, without names, texts or
addresses; 'lapse doctor' shows the same at any time. Send it when something breaks.

LinkedIn's user agreement forbids automation: the account is yours to risk. A withdrawal
cannot be undone, and a new invitation to that person can be blocked for three weeks.
`;

export const lapseHelp = `Lapse withdraws LinkedIn invitations that nobody answered.

Usage: npm run --silent lapse -- COMMAND [options]

On a computer of one's own, for one or a few members:

  serve      everything, until Ctrl-C: pages, a sweep a day, digests ('lapse serve --help')
  connect    a member signs in by hand; nothing is copied ('lapse connect --help')
  preview    a member's list as it is now, and what would be withdrawn ('lapse preview --help')
  status     how things stand, and who has to act ('lapse status --help')
  export     everything that is stored about a member ('lapse export --help')
  stop       nothing is opened or clicked any more, for anybody ('lapse stop --help')
  resume     lifts that ('lapse resume --help')
  leave      deletes members, with everything that is stored about them ('lapse leave --help')

From files, for one member, by hand or from cron:

  sweep      one sweep of one member's invitations ('lapse sweep --help')
  withdraw   one invitation, on the person's own page ('lapse withdraw --help')
  doctor     what is understood of the Sent list, without touching it ('lapse doctor --help')

  --help     this text
  --version  the version

'npm start' shows the whole service at work on a replica of the site.
`;
